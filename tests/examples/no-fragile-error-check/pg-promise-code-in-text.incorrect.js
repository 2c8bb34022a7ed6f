// The SQLSTATE looked for in the text, with pg-promise
import pgPromise from 'pg-promise';

const pgp = pgPromise();
const db = pgp(process.env.DATABASE_URL);
try {
  await db.none("insert into users (id, name) values (1, 'Dan')");
} catch (err) {
  console.log(err.message.includes('23505') ? 'The number is taken.' : 'It failed.');
}
pgp.end();
