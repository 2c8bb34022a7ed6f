// A callback and await
import pg from 'pg';

const pool = new pg.Pool();
const result = await pool.query('select name from users where id = 1');
console.log(result.rows);
await pool.end();
