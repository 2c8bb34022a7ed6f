import postgres from 'postgres';

const sql = postgres({ max: 10, idle_timeout: 20 });

export async function findUser(id) {
  const [user] = await sql`select id, name from users where id = ${id}`;
  return user ?? null;
}

export async function search(text, since) {
  const recent = since ? sql`and created_at > ${since}` : sql``;
  const users = await sql`select id from users where name ilike ${`%${text}%`} ${recent} order by ${sql('name')}`;
  return users.map(({ id }) => id);
}

export async function remove(ids) {
  const { count } = await sql`delete from users where id in ${sql(ids)}`;
  return count;
}

export function transfer(from, to, amount) {
  return sql.begin(async (tx) => {
    await tx`update accounts set balance = balance - ${amount} where id = ${from}`;
    await tx`update accounts set balance = balance + ${amount} where id = ${to}`;
  });
}

export const run = (text, values) => sql.unsafe(text, values);
