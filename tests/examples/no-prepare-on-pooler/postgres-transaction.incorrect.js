// A transaction, while somebody else is in another one
import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL, { max: 1 });
const findName = (db, id) => db`select name from users where id = ${id}`;

console.log(await findName(sql, 1));
const other = postgres(process.env.DATABASE_URL, { max: 1, prepare: false });
await other.begin(async (busy) => {
  await busy`select 1`;
  console.log(await sql.begin((transaction) => findName(transaction, 2)));
});
await Promise.all([sql.end(), other.end()]);
