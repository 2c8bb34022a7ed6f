// Too few values in PGlite
import { PGlite } from '@electric-sql/pglite';

const db = await PGlite.create();
await db.exec("create table users (id int primary key, name text, age int); insert into users values (1, 'Ann', 34), (2, 'Bob', 27)");
const { rows } = await db.query('select name from users where age > $1 and age < $2', [20]);
console.log(rows);
await db.close();
