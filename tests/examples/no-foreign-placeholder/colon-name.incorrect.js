// Named placeholders with an object, as Oracle, Sequelize and many others take them
import pg from 'pg';

const pool = new pg.Pool();
const { rows } = await pool.query('update users set email = :email where id = :id returning id, email', { id: 1, email: 'ann@example.org' });
console.log(rows);
await pool.end();
