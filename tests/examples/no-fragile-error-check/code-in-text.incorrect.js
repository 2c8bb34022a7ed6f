// The SQLSTATE looked for in the text
import pg from 'pg';

const pool = new pg.Pool();
try {
  await pool.query("insert into users (id, name) values (1, 'Dan')");
} catch (err) {
  console.log(err.message.includes('23505') ? 'The number is taken.' : 'It failed.');
}
await pool.end();
