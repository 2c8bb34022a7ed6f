/** Stock figures of the warehouses, each with a database of its own. */
import { Client, Pool } from 'pg';

export async function stockOf(warehouses, productId) {
  const figures = [];
  for (const warehouse of warehouses) {
    const pool = new Pool({ database: 'stock' });
    const { rows } = await pool.query('select stored from stock where product_id = $1 and warehouse = $2', [productId, warehouse]);
    figures.push(rows[0]?.stored ?? 0);
    await pool.end();
  }
  return figures;
}

export async function isInStock(productId) {
  const client = new Client({ database: 'stock' });
  await client.connect();
  const { rows } = await client.query('select 1 from stock where product_id = $1 and stored > 0', [productId]);
  await client.end();
  return rows.length > 0;
}
