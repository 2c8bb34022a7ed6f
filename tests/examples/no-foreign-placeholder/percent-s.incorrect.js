// %s, as Python drivers write it
import pg from 'pg';

const pool = new pg.Pool();
const { rows } = await pool.query('insert into users (id, name) values (%s, %s) returning id, name', [4, 'Dora']);
console.log(rows);
await pool.end();
