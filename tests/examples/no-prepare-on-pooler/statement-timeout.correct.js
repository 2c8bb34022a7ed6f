// A time limit for statements
import pg from 'pg';

// Once, by the owner of the database: alter role shop set statement_timeout = '5s'
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

console.log((await pool.query('select name from users where id = $1', [1])).rows);
await pool.end();
