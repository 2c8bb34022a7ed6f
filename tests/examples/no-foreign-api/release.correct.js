// A pool of pg that takes a client back
import pg from 'pg';

const pool = new pg.Pool();
const client = await pool.connect();
const { rows } = await client.query('select name from users where id = 1');
console.log(rows);
client.release();
await pool.end();
