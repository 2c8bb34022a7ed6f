// The name that MySQL gives to the error
import pg from 'pg';

const pool = new pg.Pool();
try {
  await pool.query("insert into users (id, name) values (1, 'Dan')");
} catch (err) {
  console.log(err.code === 'ER_DUP_ENTRY' ? 'The number is taken.' : 'It failed.');
}
await pool.end();
