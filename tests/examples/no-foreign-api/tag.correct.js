// A template behind the query of pg
import pg from 'pg';

const pool = new pg.Pool();
const id = 1;
const { rows } = await pool.query('select name from users where id = $1', [id]);
console.log(rows);
await pool.end();
