/** Orders of former years, which moved to another provider. */
import { Pool } from 'pg';

const archive = new Pool({ connectionString: process.env.ARCHIVE_URL, statement_timeout: 10_000 });

export async function formerOrders(customer) {
  const { rows } = await archive.query('select id, placed_on from orders where customer = $1', [customer]);
  return rows;
}
