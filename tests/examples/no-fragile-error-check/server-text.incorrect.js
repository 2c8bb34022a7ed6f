// A user types the words that are looked for
import pg from 'pg';

const pool = new pg.Pool();
const input = 'my duplicate key';
try {
  await pool.query('insert into users (id) values ($1)', [input]);
} catch (err) {
  if (err.message.includes('duplicate key')) console.log('The number is taken.');
  else console.log('Not a number.');
}
await pool.end();
