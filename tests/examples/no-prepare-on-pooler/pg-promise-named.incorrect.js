// A query object with a name
import pgPromise from 'pg-promise';

const pgp = pgPromise();
const db = pgp(process.env.DATABASE_URL);

const users = await Promise.all([1, 2, 3].map((id) => db.one({ name: 'find-user', text: 'select name from users where id = $1', values: [id] })));
console.log(users.map(({ name }) => name));
pgp.end();
