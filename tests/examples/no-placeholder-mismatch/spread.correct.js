// Values side by side instead of in one array
import pg from 'pg';

const pool = new pg.Pool();
const { rows } = await pool.query('select name from users where age between $1 and $2 order by age', [20, 40]);
console.log(rows);
await pool.end();
