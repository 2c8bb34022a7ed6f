// Two placeholders, one value
import Database from 'better-sqlite3';

const db = new Database(':memory:');
db.exec("create table users (id integer primary key, name text, age integer); insert into users values (1, 'Ann', 34), (2, 'Bob', 27)");
const users = db.prepare('select name from users where age between ? and ?').all(20, 30);
console.log(users);
