/** Invoices, brought over from the old shop, which was on MySQL. */
import mysql from 'mysql2';
import Cursor from 'pg-cursor';
import postgres from 'postgres';

const sql = postgres();
const old = mysql.createPool({ host: 'legacy', connectionLimit: 2 });

/** @param {import('pg').Pool} pool */
export function invoices(pool) {
  return {
    async unpaid() {
      const { rows } = await pool.execute('select id, total from invoices where paid_on is null');
      return rows;
    },

    async ofCustomer(customer) {
      const { rows } = await pool.query`select id, total from invoices where customer = ${customer}`;
      return rows;
    },

    async total() {
      const { rows } = await pool.query({ sql: 'select sum(total) as total from invoices' });
      return rows[0].total;
    },

    async pay(id) {
      await pool.query('update invoices set paid_on = now() where id = $1', [id], (error) => {
        if (error) console.error(error);
      });
    },

    async read() {
      const cursor = await pool.query(new Cursor('select id, total from invoices order by id'));
      return cursor.read(100);
    },
  };
}

export async function overdue() {
  return await sql('select id, total from invoices where due_on < now()');
}

export async function oldInvoices() {
  const [rows] = await old.query('select id, total from invoices');
  return rows;
}
