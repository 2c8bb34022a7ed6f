// The text of Drizzle holds no word of the server
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';

const db = drizzle(process.env.DATABASE_URL);
try {
  await db.execute(sql`insert into users (id, name) values (1, 'Dan')`);
} catch (err) {
  console.log(err.message.includes('duplicate key') ? 'The number is taken.' : 'It failed.');
}
await db.$client.end();
