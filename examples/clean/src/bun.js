import { SQL } from 'bun';

const sql = new SQL(process.env.DATABASE_URL);

export async function findUser(id) {
  const [user] = await sql`select id, name from users where id = ${id}`;
  return user ?? null;
}

export async function search(name) {
  const users = await sql`select id from users where name = ${name}`;
  return users.map(({ id }) => id);
}

export function transfer(from, to, amount) {
  return sql.begin(async (tx) => {
    await tx`update accounts set balance = balance - ${amount} where id = ${from}`;
    await tx`update accounts set balance = balance + ${amount} where id = ${to}`;
  });
}
