import knexFactory from 'knex';

const knex = knexFactory({ client: 'pg', connection: process.env.DATABASE_URL, pool: { min: 0, max: 10 } });

export const findUser = (id) => knex('users').where({ id }).first();

export async function search(name) {
  const { rows } = await knex.raw('select id from users where name = ?', [name]);
  return rows.length;
}

export async function sorted(column, age) {
  const { rows } = await knex.raw('select id from users where age > :age order by :column:', { age, column });
  return rows.map(({ id }) => id);
}

export function transfer(from, to, amount) {
  return knex.transaction(async (trx) => {
    await trx.raw('update accounts set balance = balance - ? where id = ?', [amount, from]);
    await trx.raw('update accounts set balance = balance + ? where id = ?', [amount, to]);
  });
}
