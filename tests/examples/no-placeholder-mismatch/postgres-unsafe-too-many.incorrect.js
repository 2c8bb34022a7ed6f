// One placeholder, two values
import postgres from 'postgres';

const sql = postgres();
const rows = await sql.unsafe('select name from users where age > $1 order by age', [20, 'Ann']);
console.log([...rows]);
await sql.end();
