// $name with an object
import pg from 'pg';

const pool = new pg.Pool();
const { rows } = await pool.query('select name, email from users where name = $name', { name: 'Cleo' });
console.log(rows);
await pool.end();
