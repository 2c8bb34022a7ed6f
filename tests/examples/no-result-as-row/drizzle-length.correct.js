// execute() of Drizzle over pg gives the result of pg
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';

const db = drizzle(process.env.DATABASE_URL);
const result = await db.execute(sql`select name from users where age > ${20}`);
console.log(result.rows.length);
await db.$client.end();
