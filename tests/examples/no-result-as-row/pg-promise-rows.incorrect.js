// pg-promise gives the rows themselves
import pgPromise from 'pg-promise';

const pgp = pgPromise();
const db = pgp(process.env.DATABASE_URL);
const users = await db.any('select name from users order by id');
console.log(users.rows);
pgp.end();
