// A value in quotes in a template of Slonik
import { createPgDriverFactory } from '@slonik/pg-driver';
import { createPool, sql } from 'slonik';

const pool = await createPool(process.env.DATABASE_URL, { driverFactory: createPgDriverFactory() });
const name = 'Ann';
const user = await pool.one(sql.unsafe`select id, email from users where name = ${name}`);
console.log(user);
await pool.end();
