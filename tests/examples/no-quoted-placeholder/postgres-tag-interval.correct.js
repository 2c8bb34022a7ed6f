// A `${}` inside an interval
import postgres from 'postgres';

const sql = postgres();
const days = 10;
const rows = await sql`select name from users where created_at > timestamptz '2024-03-10' - ${days} * interval '1 day'`;
console.log([...rows]);
await sql.end();
