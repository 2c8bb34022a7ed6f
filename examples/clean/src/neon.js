import { neon, Pool } from '@neondatabase/serverless';

const sql = neon(process.env.DATABASE_URL);
const pool = new Pool({ connectionString: process.env.DATABASE_URL });
pool.on('error', (error) => console.error('idle connection lost:', error.message));

export async function findUser(id) {
  const [user] = await sql`select id, name from users where id = ${id}`;
  return user ?? null;
}

export async function search(name) {
  const users = await sql.query('select id from users where name = $1', [name]);
  return users.length;
}

export async function count() {
  const { rows } = await pool.query('select count(*)::int as users from users');
  return rows[0].users;
}
