// A `${}` in quotes: the template cannot be bound any more
import postgres from 'postgres';

const sql = postgres();
const name = 'Ann';
const rows = await sql`select id, email from users where name = ${name}`;
console.log([...rows]);
await sql.end();
