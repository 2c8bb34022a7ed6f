// One name for a text that has as many placeholders as there are values
import pg from 'pg';

const pool = new pg.Pool({ max: 1 });

function findUsers(ids) {
  const placeholders = ids.map((_, index) => `$${index + 1}`).join(', ');
  return pool.query({ name: 'find-users', text: `select name from users where id in (${placeholders}) order by id`, values: ids });
}

const first = await findUsers([1]);
const second = await findUsers([2, 3]);
console.log(first.rows, second.rows);
await pool.end();
