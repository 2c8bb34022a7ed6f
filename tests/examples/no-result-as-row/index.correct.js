// A result of pg is no list: its rows are
import pg from 'pg';

const pool = new pg.Pool();
const result = await pool.query('select name from users where id = 1');
console.log(result.rows[0].name);
await pool.end();
