// One name for two texts
import pg from 'pg';

const pool = new pg.Pool({ max: 1 });
const byId = (id) => pool.query({ name: 'find-user', text: 'select name from users where id = $1', values: [id] });
const byEmail = (email) => pool.query({ name: 'find-user-by-email', text: 'select name from users where email = $1', values: [email] });

const first = await byId(1);
const second = await byEmail('bob@example.com');
console.log(first.rows, second.rows);
await pool.end();
