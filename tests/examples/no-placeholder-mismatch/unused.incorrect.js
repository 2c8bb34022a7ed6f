// A value and no placeholder
import pg from 'pg';

const pool = new pg.Pool();
const minimumAge = 30;
const { rows } = await pool.query('select name from users where age > 20 order by age', [minimumAge]);
console.log(rows);
await pool.end();
