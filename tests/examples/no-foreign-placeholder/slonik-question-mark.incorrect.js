// A question mark in a template of Slonik
import { createPgDriverFactory } from '@slonik/pg-driver';
import { createPool, sql } from 'slonik';

const pool = await createPool(process.env.DATABASE_URL, { driverFactory: createPgDriverFactory() });
const id = 2;
const user = await pool.one(sql.unsafe`select name, email from users where id = ?`, [id]);
console.log(user);
await pool.end();
