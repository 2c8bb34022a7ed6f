// Too few values: what is left out is NULL
import { DatabaseSync } from 'node:sqlite';

const db = new DatabaseSync(':memory:');
db.exec("create table users (id integer primary key, name text, age integer); insert into users values (1, 'Ann', 34), (2, 'Bob', 27)");
const users = db.prepare('select name from users where age > ? and age < ?').all(20);
console.log(users);
