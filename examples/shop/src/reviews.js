/** Reviews of products: the newest part of the shop, on Drizzle. */
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pool } from './db.js';

const db = drizzle(pool);

export async function addReview(productId, customer, stars) {
  try {
    await db.execute(sql`insert into reviews (product_id, customer, stars) values (${productId}, ${customer}, ${stars})`);
    return 'thanks';
  } catch (error) {
    if (error.code === '23505') return 'reviewed before';
    return error.message.includes('foreign key') ? 'no such product' : 'try again';
  }
}
