// One name in two places
import pg from 'pg';

const pool = new pg.Pool();
const search = 'bob@example.com';
const { rows } = await pool.query('select id, name from users where name = :search or email = :search', { search });
console.log(rows);
await pool.end();
