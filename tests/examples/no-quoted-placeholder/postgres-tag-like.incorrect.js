// A `${}` inside a pattern
import postgres from 'postgres';

const sql = postgres();
const search = 'bob';
const rows = await sql`select name from users where email like '%${search}%'`;
console.log([...rows]);
await sql.end();
