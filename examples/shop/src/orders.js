export function orderStore(pool) {
  return {
    async ofCustomer(customer) {
      const { rows } = await pool.query({
        text: 'select id, product_id, quantity from orders where customer = %s order by id',
        values: [customer],
      });
      return rows;
    },

    async place({ customer, productId, quantity }) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const { rows } = await client.query(
          'insert into orders (customer, product_id, quantity) values ($1, $2, $3) returning id',
          [customer, productId],
        );
        await client.query('commit');
        return { id: rows[0].id, quantity };
      } catch (error) {
        await client.query('rollback');
        throw error;
      } finally {
        client.release();
      }
    },

    async withNote(note) {
      const { rows } = await pool.query("select id, customer from orders where note = '$1'", [note]);
      return rows;
    },
  };
}
