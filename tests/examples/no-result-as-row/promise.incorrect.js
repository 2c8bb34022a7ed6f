// A promise read before it is awaited
import pg from 'pg';

const pool = new pg.Pool();
const { rows } = pool.query('select name from users where id = 1');
console.log(rows);
await pool.end();
