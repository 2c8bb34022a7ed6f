// A time limit for statements
import knex from 'knex';

const db = knex({ client: 'pg', connection: { connectionString: process.env.DATABASE_URL, statement_timeout: 5000 }, log: { warn() {} } });

console.log(await db('users').select('name').where('id', 1));
await db.destroy();
