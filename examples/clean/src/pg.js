import pg from 'pg';
import Cursor from 'pg-cursor';

const pool = new pg.Pool({ max: 10, connectionTimeoutMillis: 5000 });
pool.on('error', (error) => console.error('idle connection lost:', error.message));

export async function findUser(id) {
  const { rows: [user] } = await pool.query('select id, name from users where id = $1', [id]);
  return user ?? null;
}

export async function search(text, tag) {
  const result = await pool.query({ name: 'search', text: "select id from users where name ilike '%' || $1 || '%' and tags ? $2", values: [text, tag] });
  return result.rows.map(({ id }) => id);
}

export async function transfer(from, to, amount) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('update accounts set balance = balance - $1 where id = $2', [amount, from]);
    await client.query('update accounts set balance = balance + $1 where id = $2', [amount, to]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

export async function firstHundred(client) {
  const cursor = client.query(new Cursor('select id from users where age > $1', [18]));
  const rows = await cursor.read(100);
  await cursor.close();
  return rows.length;
}

export async function addUser(name) {
  try {
    await pool.query('insert into users (name) values ($1)', [name]);
    return 'added';
  } catch (error) {
    if (error.code === '23505' && error.constraint === 'users_name_key') return 'taken';
    throw error;
  }
}
