// One placeholder, two values
import pg from 'pg';

const pool = new pg.Pool();
const { rows } = await pool.query('select name from users where age > $1 order by age', [20, 'Ann']);
console.log(rows);
await pool.end();
