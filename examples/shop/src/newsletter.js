/** Subscribers of the newsletter, in a database of their own. */
import { Pool } from 'pg';
import postgres from 'postgres';

const sql = postgres(process.env.NEWSLETTER_URL, { max: 2 });
const pool = new Pool({ connectionString: process.env.NEWSLETTER_URL, max: 2 });

export async function subscribers() {
  return sql`select email from subscribers where confirmed order by email`;
}

export async function subscribe(email) {
  await pool.query({ name: 'subscribe', text: 'insert into subscribers (email) values ($1)', values: [email] });
}
