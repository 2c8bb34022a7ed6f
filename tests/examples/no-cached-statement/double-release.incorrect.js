// A client in a variable of the module: the second call gives back what the first one gave back
import pg from 'pg';

const pool = new pg.Pool();
let client;

async function findName(id) {
  client ??= await pool.connect();
  try {
    const { rows } = await client.query('select name from users where id = $1', [id]);
    return rows[0].name;
  } finally {
    client.release();
  }
}

console.log(await findName(1));
console.log(await findName(2));
await pool.end();
