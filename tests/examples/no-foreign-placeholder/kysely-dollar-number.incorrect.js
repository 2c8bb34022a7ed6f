// A number by hand in a template of Kysely
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';

const db = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool() }) });
const id = 2;
const { rows } = await sql`select name, email from users where id = $1`.execute(db, [id]);
console.log(rows);
await db.destroy();
