// %s in quotes, as in a format string
import pg from 'pg';

const pool = new pg.Pool();
const { rows } = await pool.query("select id, email from users where name = '%s'", ['Ann']);
console.log(rows);
await pool.end();
