// The error of the server is the cause of the one that Drizzle throws
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';

const db = drizzle(process.env.DATABASE_URL);
try {
  await db.execute(sql`insert into users (id, name) values (1, 'Dan')`);
} catch (err) {
  console.log(err.cause?.code === '23505' ? 'The number is taken.' : 'It failed.');
}
await db.$client.end();
