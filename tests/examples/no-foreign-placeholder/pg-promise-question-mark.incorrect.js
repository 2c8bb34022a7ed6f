// A question mark in pg-promise
import pgPromise from 'pg-promise';

const pgp = pgPromise();
const db = pgp(process.env.DATABASE_URL);
const id = 2;
const users = await db.any('select name, email from users where id = ?', [id]);
console.log(users);
pgp.end();
