// A `${}` inside an interval
import postgres from 'postgres';

const sql = postgres();
const days = 10;
const rows = await sql`select name from users where created_at > timestamptz '2024-03-10' - interval '${days} days'`;
console.log([...rows]);
await sql.end();
