// node:sqlite has a number for each kind of error
import { DatabaseSync } from 'node:sqlite';

const db = new DatabaseSync(':memory:');
db.exec("create table users (email text unique); insert into users values ('ann@example.com')");
try {
  db.prepare('insert into users values (?)').run('ann@example.com');
} catch (err) {
  console.log(err.errcode === 2067 ? 'The address is taken.' : 'It failed.');
}
