// A PreparedStatement
import pgPromise from 'pg-promise';

const pgp = pgPromise();
const db = pgp(process.env.DATABASE_URL);
const findUser = new pgp.PreparedStatement({ name: 'find-user', text: 'select name from users where id = $1' });

const users = await Promise.all([1, 2, 3].map((id) => db.one(findUser, [id])));
console.log(users.map(({ name }) => name));
pgp.end();
