// The name of the constraint through Kysely
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';

const db = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool() }) });
try {
  await sql`insert into users (id, name) values (1, 'Dan')`.execute(db);
} catch (err) {
  console.log(err.constraint === 'users_pkey' ? 'The number is taken.' : 'It failed.');
}
await db.destroy();
