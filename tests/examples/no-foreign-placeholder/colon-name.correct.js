// Named placeholders with an object, as Oracle, Sequelize and many others take them
import pg from 'pg';

const pool = new pg.Pool();
const { rows } = await pool.query('update users set email = $1 where id = $2 returning id, email', ['ann@example.org', 1]);
console.log(rows);
await pool.end();
