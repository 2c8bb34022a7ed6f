// A search path for all queries
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, options: '-c search_path=public' });

console.log((await pool.query('select name from users where id = $1', [1])).rows);
await pool.end();
