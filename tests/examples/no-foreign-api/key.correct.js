// The config object of mysql2 for pg
import pg from 'pg';

const pool = new pg.Pool();
const { rows } = await pool.query({ text: 'select name from users where id = $1', values: [1] });
console.log(rows);
await pool.end();
