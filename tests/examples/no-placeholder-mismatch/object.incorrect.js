// An object instead of an array
import pg from 'pg';

const pool = new pg.Pool();
const id = 2;
const { rows } = await pool.query('select name, email from users where id = $1', { id });
console.log(rows);
await pool.end();
