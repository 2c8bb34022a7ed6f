// :1, as Oracle numbers its placeholders
import pg from 'pg';

const pool = new pg.Pool();
const { rows } = await pool.query('select name from users where age > :1 and age < :2', [20, 30]);
console.log(rows);
await pool.end();
