// A number for a SQLSTATE with Knex
import knex from 'knex';

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL });
try {
  await db('users').insert({ id: 1, name: 'Dan' });
} catch (err) {
  console.log(err.code === '23505' ? 'The number is taken.' : 'It failed.');
}
await db.destroy();
