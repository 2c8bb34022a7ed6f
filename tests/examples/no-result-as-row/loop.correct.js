// A loop over a result
import pg from 'pg';

const pool = new pg.Pool();
const result = await pool.query('select name from users order by id');
for (const user of result.rows) console.log(user.name);
await pool.end();
