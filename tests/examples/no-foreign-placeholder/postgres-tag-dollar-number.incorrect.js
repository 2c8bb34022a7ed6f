// A hand-written `$1` in a tagged template has no value
import postgres from 'postgres';

const sql = postgres();
const id = 2;
const rows = await sql`select name, email from users where id = $1`;
console.log([...rows]);
await sql.end();
