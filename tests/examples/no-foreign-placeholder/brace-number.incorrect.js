// {0}, as in a format string
import pg from 'pg';

const pool = new pg.Pool();
const id = 2;
const { rows } = await pool.query('select name, email from users where id = {0}', [id]);
console.log(rows);
await pool.end();
