import { PGlite } from '@electric-sql/pglite';

const db = await PGlite.create('./data');

export async function findUser(id) {
  const { rows } = await db.query('select id, name from users where id = $1', [id]);
  return rows[0] ?? null;
}

export async function search(name) {
  const { rows } = await db.sql`select id from users where name = ${name}`;
  return rows.length;
}

export function transfer(from, to, amount) {
  return db.transaction(async (tx) => {
    await tx.query('update accounts set balance = balance - $1 where id = $2', [amount, from]);
    await tx.query('update accounts set balance = balance + $1 where id = $2', [amount, to]);
  });
}
