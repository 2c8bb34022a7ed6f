// The length of a result, which has none
import pg from 'pg';

const pool = new pg.Pool();
const result = await pool.query('select id from users where age > $1', [100]);
console.log(result.length === 0 ? 'nobody' : 'somebody');
await pool.end();
