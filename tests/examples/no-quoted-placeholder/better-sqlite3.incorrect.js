// A question mark in quotes leaves the value without a place
import Database from 'better-sqlite3';

const db = new Database(':memory:');
db.exec("create table users (id integer primary key, name text, age integer); insert into users values (1, 'Ann', 34), (2, 'Bob', 27)");
const user = db.prepare("select id, age from users where name = '?'").get('Ann');
console.log(user);
