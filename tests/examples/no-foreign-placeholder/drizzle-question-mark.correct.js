// A question mark in a template of Drizzle
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';

const db = drizzle(process.env.DATABASE_URL);
const id = 2;
const { rows } = await db.execute(sql`select name, email from users where id = ${id} and age > ${20}`);
console.log(rows);
await db.$client.end();
