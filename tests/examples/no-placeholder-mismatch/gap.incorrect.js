// A number left out: Postgres cannot tell the type of `$2`
import pg from 'pg';

const pool = new pg.Pool();
const { rows } = await pool.query('select name from users where age > $1 and name <> $3 order by age', [20, 'Bob', 'Ann']);
console.log(rows);
await pool.end();
