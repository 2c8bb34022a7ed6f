// A text takes no values in Drizzle: the list is ignored
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';

const db = drizzle(process.env.DATABASE_URL);
const id = 2;
const { rows } = await db.execute(sql`select name from users where id = ${id}`);
console.log(rows);
await db.$client.end();
