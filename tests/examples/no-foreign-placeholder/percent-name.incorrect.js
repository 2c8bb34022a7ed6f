// %(name)s with an object, as psycopg takes it
import pg from 'pg';

const pool = new pg.Pool();
const { rows } = await pool.query('insert into users (id, name) values (%(id)s, %(name)s) returning id, name', { id: 4, name: 'Dora' });
console.log(rows);
await pool.end();
