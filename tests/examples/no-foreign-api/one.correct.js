// A method of pg-promise on a pool of pg
import pg from 'pg';

const pool = new pg.Pool();
const { rows } = await pool.query('select name from users where id = $1', [1]);
console.log(rows[0].name);
await pool.end();
