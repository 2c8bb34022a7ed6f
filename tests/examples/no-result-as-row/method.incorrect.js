// A method of lists on a result
import pg from 'pg';

const pool = new pg.Pool();
const result = await pool.query('select name from users order by id');
console.log(result.map((user) => user.name));
await pool.end();
