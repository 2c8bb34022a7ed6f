// A method of mysql2 on a pool of pg
import pg from 'pg';

const pool = new pg.Pool();
const { rows } = await pool.execute('select name from users where id = 1');
console.log(rows);
await pool.end();
