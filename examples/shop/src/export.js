/** Exports for the accountants, as CSV. */
import express from 'express';
import { Pool } from 'pg';

export const exports = express.Router();

exports.get('/export/orders.csv', async (request, response) => {
  const pool = new Pool({ max: 1 });
  const { rows } = await pool.query('select customer, product_id, quantity from orders order by id');
  response.type('text/csv').send(rows.map((row) => Object.values(row).join(',')).join('\n'));
});

function openArchive() {
  return new Pool({ database: 'archive' });
}

exports.get('/export/archive.csv', async (request, response) => {
  const archive = openArchive();
  const { rows } = await archive.query('select customer, product_id, quantity from orders order by id');
  response.type('text/csv').send(rows.map((row) => Object.values(row).join(',')).join('\n'));
});
