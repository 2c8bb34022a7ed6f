import { MikroORM } from '@mikro-orm/postgresql';

const orm = await MikroORM.init({ dbName: 'users' });

export async function search(name) {
  const rows = await orm.em.fork().execute('select id from users where name = ?', [name]);
  return rows.length;
}

export function transfer(from, to, amount) {
  return orm.em.transactional(async (em) => {
    await em.execute('update accounts set balance = balance - ? where id = ?', [amount, from]);
    await em.execute('update accounts set balance = balance + ? where id = ?', [amount, to]);
  });
}
