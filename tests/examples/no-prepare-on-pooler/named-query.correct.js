// A named query
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

function findUser(id) {
  return pool.query({ text: 'select name from users where id = $1', values: [id] });
}

const results = await Promise.all([1, 2, 3].map(findUser));
console.log(results.map(({ rows }) => rows[0].name));
await pool.end();
