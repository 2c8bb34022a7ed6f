import { pool } from '@acme/db';

export async function findUser(id) {
  const { rows } = await pool.query('select * from users where id = ?', [id]);
  return rows[0];
}
