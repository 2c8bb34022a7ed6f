// A cursor that stays open on a client that went back: the next query there waits for ever
import pg from 'pg';
import Cursor from 'pg-cursor';

const pool = new pg.Pool();

async function firstName() {
  const client = await pool.connect();
  const cursor = client.query(new Cursor('select name from users order by id'));
  try {
    const [row] = await cursor.read(1);
    return row.name;
  } finally {
    await cursor.close();
    client.release();
  }
}

console.log(await firstName());
const { rows } = await pool.query('select count(*)::int as users from users');
console.log(rows);
await pool.end();
