// A reserved connection in a variable of the module
import postgres from 'postgres';

const sql = postgres({ max: 2 });

async function rename(id, name) {
  await sql`update users set name = ${name} where id = ${id}`;
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
