// The length of the first row
import pg from 'pg';

const pool = new pg.Pool();
const { rows } = await pool.query('select name from users where age > 20');
console.log(rows[0].length > 0 ? 'found' : 'nobody');
await pool.end();
