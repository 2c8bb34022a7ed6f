// A value in quotes in a template of Kysely
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';

const db = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool() }) });
const name = 'Ann';
const { rows } = await sql`select id, email from users where name = '${name}'`.execute(db);
console.log(rows);
await db.destroy();
