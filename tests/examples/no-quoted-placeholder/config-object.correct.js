// Quotes in a config object
import pg from 'pg';

const pool = new pg.Pool();
const { rows } = await pool.query({
  text: `select id, email from users where name = $1 and age > $2`,
  values: ['Ann', 20],
});
console.log(rows);
await pool.end();
