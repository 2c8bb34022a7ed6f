import { query } from './query.js';

export function productStore() {
  return {
    async byId(id) {
      const { rows } = await query('select id, name, price from products where id = ?', [id]);
      return rows[0];
    },

    async search(text, limit) {
      const { rows } = await query(
        `select id, name from products
          where name ilike '%' || :text || '%'
          order by name
          limit :limit`,
        { text, limit },
      );
      return rows;
    },

    // The question mark is Postgres's own operator here: does the array hold this string?
    async withTag(tag) {
      const { rows } = await query('select id, name from products where tags ? $1 order by id', [tag]);
      return rows;
    },
  };
}
