// `$1` in quotes in `sql.unsafe`
import postgres from 'postgres';

const sql = postgres();
const rows = await sql.unsafe("select id, email from users where name = $1", ['Ann']);
console.log([...rows]);
await sql.end();
