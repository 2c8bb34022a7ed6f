// A question mark in quotes leaves the value without a place
import { DatabaseSync } from 'node:sqlite';

const db = new DatabaseSync(':memory:');
db.exec("create table users (id integer primary key, name text, age integer); insert into users values (1, 'Ann', 34), (2, 'Bob', 27)");
const user = db.prepare("select id, age from users where name = '?'").get('Ann');
console.log(user);
