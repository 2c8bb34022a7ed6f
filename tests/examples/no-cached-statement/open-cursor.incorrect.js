// A cursor that stays open on a client that went back: the next query there waits for ever
import pg from 'pg';
import Cursor from 'pg-cursor';

const pool = new pg.Pool();
let cursor;

async function nextName() {
  const client = await pool.connect();
  try {
    cursor ??= client.query(new Cursor('select name from users order by id'));
    const [row] = await cursor.read(1);
    return row.name;
  } finally {
    client.release();
  }
}

console.log(await nextName());
const { rows } = await pool.query('select count(*)::int as users from users');
console.log(rows);
await pool.end();
