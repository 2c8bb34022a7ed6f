// A question mark in a tagged template, which takes its values as `${}`
import postgres from 'postgres';

const sql = postgres();
const id = 2;
const rows = await sql`select name, email from users where id = ?`;
console.log([...rows]);
await sql.end();
