// The result of postgres.js is the rows themselves
import postgres from 'postgres';

const sql = postgres();
const result = await sql`select name from users where id = 1`;
console.log(result.rows[0].name);
await sql.end();
