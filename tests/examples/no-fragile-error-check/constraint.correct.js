// The name that postgres.js has for the constraint
import pg from 'pg';

const pool = new pg.Pool();
try {
  await pool.query("insert into users (id, name) values (1, 'Dan')");
} catch (err) {
  console.log(err.constraint === 'users_pkey' ? 'The number is taken.' : 'It failed.');
}
await pool.end();
