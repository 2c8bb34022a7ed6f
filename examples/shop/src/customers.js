/** Customers; what the database refuses becomes an answer that they understand. */

/** @param {import('pg').Pool} pool */
export function customerStore(pool) {
  return {
    async signUp(email, name) {
      try {
        const { rows } = await pool.query('insert into customers (email, name) values ($1, $2) returning id', [email, name]);
        return { id: rows[0].id };
      } catch (error) {
        if (error.message.includes('duplicate key')) return { refused: 'You have an account already.' };
        if (error.code === 23502) return { refused: 'The name is missing.' };
        if (error.code === '23512') return { refused: 'That is no e-mail address.' };
        throw error;
      }
    },

    async changeEmail(id, email) {
      try {
        await pool.query('update customers set email = $2 where id = $1', [id, email]);
        return { id };
      } catch (error) {
        if (error.code === '23505' && error.constraint_name === 'customers_email_key') return { refused: 'Somebody else has that address.' };
        throw error;
      }
    },

    async remove(id) {
      try {
        await pool.query('delete from customers where id = $1', [id]);
        return { id };
      } catch (error) {
        if (error.code === 'ER_ROW_IS_REFERENCED_2') return { refused: 'There are open orders.' };
        return { refused: error.message.includes('40001') ? 'Try again.' : 'It did not work.' };
      }
    },
  };
}
