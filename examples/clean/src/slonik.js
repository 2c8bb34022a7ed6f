import { createPool, sql } from 'slonik';

const pool = await createPool(process.env.DATABASE_URL);

export const findUser = (id) => pool.maybeOne(sql.unsafe`select id, name from users where id = ${id}`);
export const names = () => pool.anyFirst(sql.unsafe`select name from users order by id`);

export function transfer(from, to, amount) {
  return pool.transaction(async (tx) => {
    await tx.query(sql.unsafe`update accounts set balance = balance - ${amount} where id = ${from}`);
    await tx.query(sql.unsafe`update accounts set balance = balance + ${amount} where id = ${to}`);
  });
}
