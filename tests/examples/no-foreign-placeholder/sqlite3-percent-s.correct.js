// A format directive in sqlite3
import sqlite3 from 'sqlite3';

const db = new sqlite3.Database(':memory:');
db.serialize();
db.exec("create table users (id integer primary key, name text, age integer); insert into users values (1, 'Ann', 34), (2, 'Bob', 27)");
db.all('select name, age from users where id = ?', [2], (error, rows) => {
  if (error) throw error;
  console.log(rows);
});
