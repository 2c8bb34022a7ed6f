// A reserved connection in a variable of the module
import postgres from 'postgres';

const sql = postgres({ max: 1 });
let reserved;

async function rename(id, name) {
  if (!reserved) {
    reserved = await sql.reserve();
    await reserved`select 1`;
    reserved.release();
  }
  await reserved`update users set name = ${name} where id = ${id}`;
}

await rename(1, 'Anna');
const other = await sql.reserve();
await other`begin`;
await rename(2, 'Bert');
await other`rollback`;
other.release();
const rows = await sql`select name from users order by id`;
console.log(rows.map(({ name }) => name));
await sql.end();
