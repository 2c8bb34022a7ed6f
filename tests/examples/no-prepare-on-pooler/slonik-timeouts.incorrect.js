// Time limits that are set unasked
import { createPgDriverFactory } from '@slonik/pg-driver';
import { createPool, sql } from 'slonik';

const pool = await createPool(process.env.DATABASE_URL, { driverFactory: createPgDriverFactory() });

console.log(await pool.any(sql.unsafe`select name from users where id = ${1}`));
await pool.end();
