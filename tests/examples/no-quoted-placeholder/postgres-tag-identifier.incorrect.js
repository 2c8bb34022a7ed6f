// A `${}` in double quotes is taken for a column of that name
import postgres from 'postgres';

const sql = postgres();
const column = 'email';
const rows = await sql`select "${column}" from users order by id`;
console.log([...rows]);
await sql.end();
