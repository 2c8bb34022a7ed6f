import { DatabaseSync } from 'node:sqlite';

const db = new DatabaseSync('users.db');
const byId = db.prepare('select id, name from users where id = ?');
const insert = db.prepare('insert into users (name, age) values (:name, :age)');

export const findUser = (id) => byId.get(id) ?? null;
export const adults = () => db.prepare('select name from users where age >= $age').all({ age: 18 }).map(({ name }) => name);

export function add(name, age) {
  const { changes } = insert.run({ name, age });
  return changes;
}
