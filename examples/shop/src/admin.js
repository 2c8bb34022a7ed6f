/** What the back office asks for. */

/** @param {import('pg').Pool} pool */
export function admin(pool) {
  return {
    async cheapest() {
      const { rows } = await pool.query('select id, name from products where price < $1 order by price limit 1');
      return rows[0];
    },

    async rename(id, name) {
      await pool.query('update products set name = $1 where id = 3', [name, id]);
    },

    async count(shop) {
      const { rows } = await pool.query('select count(*)::int as products from products', [shop]);
      return rows[0].products;
    },

    async priced(from, to) {
      const { rows } = await pool.query('select id, name from products where price between $0 and $1', [from, to]);
      return rows;
    },

    async dearest() {
      const { rows } = await pool.query('select name from products where price > $1 and price < $2', 50, 100);
      return rows;
    },

    async hasOrders(customer) {
      const result = await pool.query('select id from orders where customer = $1', [customer]);
      if (!result) return false;
      return result.length > 0;
    },

    async totalOf(id) {
      const result = await pool.query('select sum(quantity)::int as total from orders where product_id = $1', [id]);
      return result.total;
    },

    async nameOf(id) {
      const { rows } = await pool.query('select name from products where id = $1', [id]);
      return rows.name;
    },

    async isKnown(customer) {
      const { rows } = await pool.query('select customer from orders where customer = $1', [customer]);
      return rows[0].length > 0;
    },

    async tags() {
      const { rows } = pool.query('select distinct jsonb_array_elements_text(tags) as tag from products');
      return rows;
    },

    async reset() {
      const result = await pool.query('delete from orders; delete from products');
      return result.rowCount;
    },
  };
}
