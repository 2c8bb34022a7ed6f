// Text for the tag of postgres.js
import postgres from 'postgres';

const sql = postgres();
const users = await sql('select name from users where id = $1', [1]);
console.log(users);
await sql.end();
