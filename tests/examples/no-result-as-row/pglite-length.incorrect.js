// A result of PGlite is no list
import { PGlite } from '@electric-sql/pglite';

const db = await PGlite.create();
await db.exec("create table users (id int primary key, name text, age int); insert into users values (1, 'Ann', 34), (2, 'Bob', 27)");
const result = await db.query('select name from users where age > $1', [20]);
console.log(result.length);
await db.close();
