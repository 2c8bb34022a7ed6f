import Database from 'better-sqlite3';

const db = new Database('users.db');
const byId = db.prepare('select id, name from users where id = ?');
const insert = db.prepare('insert into users (name, age) values (@name, @age)');

export const findUser = (id) => byId.get(id) ?? null;
export const names = () => db.prepare('select name from users order by id').pluck().all();

export function add(name, age) {
  const { changes, lastInsertRowid } = insert.run({ name, age });
  return changes === 1 ? lastInsertRowid : null;
}

export const addAll = db.transaction((users) => {
  for (const user of users) insert.run(user);
});
