/** Numbers for the dashboard, read with postgres.js. */
import postgres from 'postgres';

const sql = postgres();

export async function ordersSince(day) {
  return sql`select id, customer from orders where placed_on >= $1 and customer <> ${day.excluded}`;
}

/** @param {number} days */
export async function recentOrders(days) {
  return sql`select id from orders where placed_on > now() - interval '${days} days'`;
}

export async function sortedBy(column) {
  return sql`select id, customer from orders order by "${column}"`;
}

export async function customers() {
  const result = await sql`select distinct customer from orders`;
  return result.rows;
}
