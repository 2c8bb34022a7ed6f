// sqlite3 has one code for all kinds of constraints
import sqlite3 from 'sqlite3';

const db = new sqlite3.Database(':memory:');
db.serialize();
db.exec("create table users (email text unique); insert into users values ('ann@example.com')");
db.run('insert into users values (?)', ['ann@example.com'], (err) => {
  console.log(err.code === 'SQLITE_CONSTRAINT' ? 'The address is taken.' : 'It failed.');
});
