// execute() of Kysely gives a result
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';

const db = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool() }) });
const result = await sql`select name from users where age > ${20}`.execute(db);
console.log(result.length);
await db.destroy();
