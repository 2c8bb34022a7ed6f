// The pair of mysql2, on pg
import pg from 'pg';

const pool = new pg.Pool();
const [rows] = await pool.query('select name from users order by id');
console.log(rows.length);
await pool.end();
