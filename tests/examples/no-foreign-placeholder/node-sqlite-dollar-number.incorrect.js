// A number is a name in SQLite, which a single value does not fit
import { DatabaseSync } from 'node:sqlite';

const db = new DatabaseSync(':memory:');
db.exec("create table users (id integer primary key, name text, age integer); insert into users values (1, 'Ann', 34), (2, 'Bob', 27)");
const user = db.prepare('select name, age from users where id = $1').get(2);
console.log(user);
