/** @param {import('pg').Pool} pool */
export function reports(pool) {
  return {
    /** @param {number} price */
    async expensive(price) {
      const { rows } = await pool.query('select id, name from products where price > $1 order by price', price);
      return rows;
    },

    async sold(product) {
      const { rows } = await pool.query(
        `select p.name, sum(o.quantity)::int as sold
           from orders o join products p on p.id = o.product_id
          where p.name = $1 and o.quantity >= $3
          group by p.name`,
        [product, 1, 1],
      );
      return rows;
    },
  };
}
