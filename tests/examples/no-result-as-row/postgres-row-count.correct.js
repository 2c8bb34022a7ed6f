// The number of rows has another name in postgres.js
import postgres from 'postgres';

const sql = postgres();
const result = await sql`update users set age = age + 1`;
console.log(result.count);
await sql.end();
