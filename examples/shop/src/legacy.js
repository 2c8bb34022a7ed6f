/** Orders of the old shop, which is still on MySQL. */
const statements = new Map();

/** @param {import('mysql2/promise').PoolConnection} connection */
export async function oldOrders(connection, customer) {
  if (!statements.has('orders')) statements.set('orders', await connection.prepare('select id, placed_on from orders where customer = ?'));
  const [orders] = await statements.get('orders').execute([customer]);
  return orders;
}
