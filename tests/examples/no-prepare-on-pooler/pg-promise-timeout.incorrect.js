// A time limit for statements
import pgPromise from 'pg-promise';

const pgp = pgPromise();
const db = pgp({ connectionString: process.env.DATABASE_URL, statement_timeout: 5000 });

console.log(await db.one('select name from users where id = $1', [1]));
pgp.end();
