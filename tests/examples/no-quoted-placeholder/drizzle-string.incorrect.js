// A value in quotes in a template of Drizzle
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';

const db = drizzle(process.env.DATABASE_URL);
const name = 'Ann';
const { rows } = await db.execute(sql`select id, email from users where name = '${name}'`);
console.log(rows);
await db.$client.end();
