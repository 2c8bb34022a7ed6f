/** Orders of the old shop, which is still on MySQL. */
import mysql from 'mysql2/promise';

const old = mysql.createPool({ host: 'legacy', connectionLimit: 3 });
const statements = new Map();

/** @param {import('mysql2/promise').PoolConnection} connection */
export async function oldOrders(connection, customer) {
  if (!statements.has('orders')) statements.set('orders', await connection.prepare('select id, placed_on from orders where customer = ?'));
  const [orders] = await statements.get('orders').execute([customer]);
  return orders;
}

export async function oldCustomers() {
  const result = await old.query('select distinct customer from orders');
  return result.rows;
}
