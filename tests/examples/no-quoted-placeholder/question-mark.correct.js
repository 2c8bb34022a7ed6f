// A question mark in quotes
import pg from 'pg';

const pool = new pg.Pool();
const { rows } = await pool.query("select id, email from users where name = $1", ['Ann']);
console.log(rows);
await pool.end();
