// Too few values: Knex calls the values "expected" and the question marks "saw"
import knex from 'knex';

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL });
const { rows } = await db.raw('select name from users where age > ? and age < ?', [20, 30]);
console.log(rows);
await db.destroy();
