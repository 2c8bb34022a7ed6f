// A question mark in `sql.unsafe`
import postgres from 'postgres';

const sql = postgres();
const id = 2;
const rows = await sql.unsafe('select name, email from users where id = ?', [id]);
console.log([...rows]);
await sql.end();
