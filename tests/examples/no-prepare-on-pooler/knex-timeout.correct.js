// A time limit for statements
import knex from 'knex';

// Once, by the owner of the database: alter role shop set statement_timeout = '5s'
const db = knex({ client: 'pg', connection: { connectionString: process.env.DATABASE_URL }, log: { warn() {} } });

console.log(await db('users').select('name').where('id', 1));
await db.destroy();
