import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });
pool.on('error', (error) => console.error('idle connection lost:', error.message));
const db = drizzle(pool);

export async function findUser(id) {
  const { rows } = await db.execute(sql`select id, name from users where id = ${id}`);
  return rows[0] ?? null;
}

export function transfer(from, to, amount) {
  return db.transaction(async (tx) => {
    await tx.execute(sql`update accounts set balance = balance - ${amount} where id = ${from}`);
    await tx.execute(sql`update accounts set balance = balance + ${amount} where id = ${to}`);
  });
}

export async function addUser(name) {
  try {
    await db.execute(sql`insert into users (name) values (${name})`);
    return 'added';
  } catch (error) {
    if (error.cause?.code === '23505' && error.cause.constraint === 'users_name_key') return 'taken';
    throw error;
  }
}
