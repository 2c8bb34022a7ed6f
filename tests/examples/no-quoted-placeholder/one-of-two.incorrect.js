// One of two placeholders in quotes
import pg from 'pg';

const pool = new pg.Pool();
const { rows } = await pool.query("update users set name = '$1' where id = $2 returning id, name", ['Anna', 1]);
console.log(rows);
await pool.end();
