// The error of the server is the cause of the one that Slonik throws
import { createPgDriverFactory } from '@slonik/pg-driver';
import { createPool, sql } from 'slonik';

const pool = await createPool(process.env.DATABASE_URL, { driverFactory: createPgDriverFactory() });
try {
  await pool.query(sql.unsafe`insert into users (id, name) values (1, 'Dan')`);
} catch (err) {
  console.log(err.cause?.code === '23505' ? 'The number is taken.' : 'It failed.');
}
await pool.end();
