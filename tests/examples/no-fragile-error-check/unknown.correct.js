// A SQLSTATE with a wrong digit
import pg from 'pg';

const pool = new pg.Pool();
try {
  await pool.query("insert into users (id, name) values (1, 'Dan')");
} catch (err) {
  console.log(err.code === '23505' ? 'The number is taken.' : 'It failed.');
}
await pool.end();
