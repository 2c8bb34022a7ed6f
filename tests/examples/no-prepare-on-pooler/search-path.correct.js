// A search path for all queries
import pg from 'pg';

// Once, by the owner of the database: alter role shop set search_path = public
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

console.log((await pool.query('select name from users where id = $1', [1])).rows);
await pool.end();
