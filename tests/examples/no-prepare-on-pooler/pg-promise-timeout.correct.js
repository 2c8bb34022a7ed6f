// A time limit for statements
import pgPromise from 'pg-promise';

const pgp = pgPromise();
// Once, by the owner of the database: alter role shop set statement_timeout = '5s'
const db = pgp({ connectionString: process.env.DATABASE_URL });

console.log(await db.one('select name from users where id = $1', [1]));
pgp.end();
