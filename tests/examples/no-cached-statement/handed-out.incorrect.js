// A function that uses its client after the client went back
import pg from 'pg';

const pool = new pg.Pool();

async function prepareRename() {
  const client = await pool.connect();
  try {
    await client.query('select 1');
    return (id, name) => client.query('update users set name = $1 where id = $2', [name, id]);
  } finally {
    client.release();
  }
}

const rename = await prepareRename();
const other = await pool.connect();
await other.query('begin');
await rename(2, 'Bert');
await other.query('rollback');
other.release();
const { rows } = await pool.query('select name from users order by id');
console.log(rows.map(({ name }) => name));
await pool.end();
