import { pool } from './db.js';

/** Sends one query, and with `LOG_QUERIES` says how long it took. */
export async function query(text, values) {
  const started = performance.now();
  const result = await pool.query(text, values);
  if (process.env.LOG_QUERIES) console.log(`${(performance.now() - started).toFixed(1)} ms ${text}`);
  return result;
}
