/** Open carts, kept beside the process in SQLite. */
import { DatabaseSync } from 'node:sqlite';

const carts = new DatabaseSync('carts.db');
const add = carts.prepare('insert into carts (customer, product_id, quantity) values (@customer, @productId, @quantity)');
const remove = carts.prepare('delete from carts where customer = ? and product_id = ?');

export function addToCart(customer, productId) {
  add.run({ customer, productId });
}

export function removeFromCart(customer, productId) {
  remove.run([customer, productId]);
}
