// A question mark with a word right behind it: `$1and` would be an error, so a blank is added
import pg from 'pg';

const pool = new pg.Pool();
const { rows } = await pool.query('select name from users where age between ?and ? order by age', [20, 40]);
console.log(rows);
await pool.end();
