// A question mark in `sql.unsafe`
import postgres from 'postgres';

const sql = postgres();
const id = 2;
const rows = await sql.unsafe('select name, email from users where id = $1', [id]);
console.log([...rows]);
await sql.end();
