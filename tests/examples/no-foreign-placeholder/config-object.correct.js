// The same mistake in a config object
import pg from 'pg';

const pool = new pg.Pool();
const { rows } = await pool.query({
  text: 'select name from users where age > $1 and tags ? $2',
  values: [20, 'team'],
});
console.log(rows);
await pool.end();
