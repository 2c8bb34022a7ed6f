// A numbered placeholder: Knex binds question marks
import knex from 'knex';

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL });
const id = 2;
const { rows } = await db.raw('select name, email from users where id = $1', [id]);
console.log(rows);
await db.destroy();
