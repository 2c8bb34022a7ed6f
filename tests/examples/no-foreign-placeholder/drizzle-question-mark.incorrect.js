// A question mark in a template of Drizzle
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';

const db = drizzle(process.env.DATABASE_URL);
const { rows } = await db.execute(sql`select name, email from users where id = ? and age > ${20}`);
console.log(rows);
await db.$client.end();
