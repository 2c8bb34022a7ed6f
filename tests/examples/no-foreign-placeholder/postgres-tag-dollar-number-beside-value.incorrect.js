// A hand-written `$1` beside `${}` silently takes the value of the `${}`
import postgres from 'postgres';

const sql = postgres();
const id = 1;
const minimumAge = 2;
const rows = await sql`select name from users where id = $1 and age > ${minimumAge}`;
console.log([...rows]);
await sql.end();
