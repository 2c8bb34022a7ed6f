// Too few values: pg-promise counts them itself
import pgPromise from 'pg-promise';

const pgp = pgPromise();
const db = pgp(process.env.DATABASE_URL);
const users = await db.any('select name from users where age > $1 and age < $2', [20, 30]);
console.log(users);
pgp.end();
