// A column looked for on the list of rows
import pg from 'pg';

const pool = new pg.Pool();
const { rows } = await pool.query('select name from users where id = 1');
console.log(rows.name);
await pool.end();
