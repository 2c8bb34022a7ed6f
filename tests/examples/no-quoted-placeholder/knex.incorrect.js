// Knex counts a question mark in quotes, and the server does not
import knex from 'knex';

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL });
const { rows } = await db.raw("select id, email from users where name = '?'", ['Ann']);
console.log(rows);
await db.destroy();
