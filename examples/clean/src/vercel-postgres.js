import { createPool, sql } from '@vercel/postgres';

const pool = createPool();
pool.on('error', (error) => console.error('idle connection lost:', error.message));

export async function findUser(id) {
  const { rows } = await sql`select id, name from users where id = ${id}`;
  return rows[0] ?? null;
}

export async function rename(id, name) {
  const { rowCount } = await pool.query('update users set name = $1 where id = $2', [name, id]);
  return rowCount;
}
