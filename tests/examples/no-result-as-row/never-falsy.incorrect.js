// A result is there, also when no row is
import pg from 'pg';

const pool = new pg.Pool();
const result = await pool.query('select id from users where id = 99');
if (!result) console.log('no such user');
await pool.end();
