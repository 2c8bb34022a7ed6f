// A statement in a variable of the module: it writes in the transaction of whoever has its connection
import mysql from 'mysql2/promise';

const pool = mysql.createPool(process.env.MYSQL_URL);

async function rename(id, name) {
  const connection = await pool.getConnection();
  try {
    const statement = await connection.prepare('update users set name = ? where id = ?');
    await statement.execute([name, id]);
    await statement.close();
  } finally {
    connection.release();
  }
}

await rename(1, 'Anna');
const other = await pool.getConnection();
await other.beginTransaction();
await rename(2, 'Bert');
await other.rollback();
other.release();
const [rows] = await pool.query('select name from users order by id');
console.log(rows.map(({ name }) => name));
await pool.end();
