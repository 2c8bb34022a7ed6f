import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });
pool.on('error', (error) => console.error('idle connection lost:', error.message));
const db = new Kysely({ dialect: new PostgresDialect({ pool }) });

export const findUser = (id) => db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();

export async function search(name) {
  const { rows } = await sql`select id from users where name = ${name}`.execute(db);
  return rows.length;
}
