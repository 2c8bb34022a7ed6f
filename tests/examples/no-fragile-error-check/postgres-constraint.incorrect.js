// The name of the constraint in postgres.js
import postgres from 'postgres';

const sql = postgres();
try {
  await sql`insert into users (id, name) values (1, 'Dan')`;
} catch (err) {
  console.log(err.constraint === 'users_pkey' ? 'The number is taken.' : 'It failed.');
}
await sql.end();
