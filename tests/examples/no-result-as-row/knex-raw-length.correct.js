// raw() of Knex gives the result of pg
import knex from 'knex';

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL });
const result = await db.raw('select name from users where age > ?', [20]);
console.log(result.rows.length);
await db.destroy();
