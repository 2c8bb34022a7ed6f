// A stream whose client went back before it is read: the next query there waits for it
import pg from 'pg';
import QueryStream from 'pg-query-stream';

const pool = new pg.Pool();

async function streamNames() {
  const client = await pool.connect();
  const names = client.query(new QueryStream('select name from users order by id'));
  names.once('close', () => client.release());
  return names;
}

const names = await streamNames();
const { rows } = await pool.query('select count(*)::int as users from users');
console.log(rows);
for await (const { name } of names) console.log(name);
await pool.end();
