// %(name)s with an object, as psycopg takes it
import pg from 'pg';

const pool = new pg.Pool();
const { rows } = await pool.query('insert into users (id, name) values ($1, $2) returning id, name', [4, 'Dora']);
console.log(rows);
await pool.end();
