// One client for all callers: one's rollback undoes what another wrote
import pg from 'pg';

const pool = new pg.Pool();

async function getClient() {
  const client = await pool.connect();
  return client;
}

const transfer = await getClient();
await transfer.query('begin');
const rename = await getClient();
await rename.query('update users set name = $1 where id = 2', ['Bert']);
rename.release();
await transfer.query('rollback');
transfer.release();
const { rows } = await pool.query('select name from users order by id');
console.log(rows.map(({ name }) => name));
await pool.end();
