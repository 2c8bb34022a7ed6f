import { DataSource } from 'typeorm';

const source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL });

export async function findUser(id) {
  const [user] = await source.query('select id, name from users where id = $1', [id]);
  return user ?? null;
}

export function transfer(from, to, amount) {
  return source.transaction(async (manager) => {
    await manager.query('update accounts set balance = balance - $1 where id = $2', [amount, from]);
    await manager.query('update accounts set balance = balance + $1 where id = $2', [amount, to]);
  });
}
