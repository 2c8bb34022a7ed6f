// Writing through a kept client joins the transaction of whoever has its connection, and is rolled back with it
import pg from 'pg';

const pool = new pg.Pool();

async function rename(id, name) {
  await pool.query('update users set name = $1 where id = $2', [name, id]);
}

await rename(1, 'Anna');
const other = await pool.connect();
await other.query('begin');
await rename(2, 'Bert');
await other.query('rollback');
other.release();
const { rows } = await pool.query('select name from users order by id');
console.log(rows.map(({ name }) => name));
await pool.end();
