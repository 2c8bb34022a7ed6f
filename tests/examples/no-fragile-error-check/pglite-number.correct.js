// A number for a SQLSTATE with PGlite
import { PGlite } from '@electric-sql/pglite';

const db = await PGlite.create();
await db.exec("create table users (id int primary key, name text); insert into users values (1, 'Ann')");
try {
  await db.query("insert into users (id, name) values (1, 'Dan')");
} catch (err) {
  console.log(err.code === '23505' ? 'The number is taken.' : 'It failed.');
}
await db.close();
