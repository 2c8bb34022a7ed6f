import pgPromise from 'pg-promise';

const pgp = pgPromise();
const db = pgp({ host: 'db', max: 10 });

export const findUser = (id) => db.oneOrNone('select id, name from users where id = $1', [id]);
export const search = (name) => db.any('select id from users where name ilike $<pattern>', { pattern: `%${name}%` });
export const byIds = (ids) => db.any('select id, name from users where id in ($1:csv)', [ids]);

export function transfer(from, to, amount) {
  return db.tx(async (t) => {
    await t.none('update accounts set balance = balance - $1 where id = $2', [amount, from]);
    await t.none('update accounts set balance = balance + $1 where id = $2', [amount, to]);
  });
}
