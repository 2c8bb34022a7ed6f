// A time limit for statements
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, statement_timeout: 5000 });

console.log((await pool.query('select name from users where id = $1', [1])).rows);
await pool.end();
