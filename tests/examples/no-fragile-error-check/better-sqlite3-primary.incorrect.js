// better-sqlite3 has a code for each kind of constraint
import Database from 'better-sqlite3';

const db = new Database(':memory:');
db.exec("create table users (email text unique); insert into users values ('ann@example.com')");
try {
  db.prepare('insert into users values (?)').run('ann@example.com');
} catch (err) {
  console.log(err.code === 'SQLITE_CONSTRAINT' ? 'The address is taken.' : 'It failed.');
}
