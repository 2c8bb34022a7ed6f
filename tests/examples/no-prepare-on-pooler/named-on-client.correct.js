// A named query on a checked-out client
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

async function rename(id, name) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query({
      text: 'update users set name = $1 where id = $2',
      values: [name, id],
    });
    await client.query('commit');
  } finally {
    client.release();
  }
}

await Promise.all([rename(1, 'Anna'), rename(2, 'Bert'), rename(3, 'Clara')]);
console.log((await pool.query('select name from users order by id')).rows.map(({ name }) => name));
await pool.end();
