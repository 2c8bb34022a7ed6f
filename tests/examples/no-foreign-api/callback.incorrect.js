// A callback and await
import pg from 'pg';

const pool = new pg.Pool();
const result = await pool.query('select name from users where id = 1', (error) => {
  if (error) throw error;
});
console.log(result);
await pool.end();
