// The name of an error looked for in the text
import mysql from 'mysql2/promise';

const pool = mysql.createPool(process.env.MYSQL_URL);
try {
  await pool.query("insert into users (id, name) values (1, 'Dan')");
} catch (err) {
  console.log(err.code === 'ER_DUP_ENTRY' ? 'The number is taken.' : 'It failed.');
}
await pool.end();
