// A method of pg-promise on a pool of pg
import pg from 'pg';

const pool = new pg.Pool();
const user = await pool.one('select name from users where id = $1', [1]);
console.log(user.name);
await pool.end();
