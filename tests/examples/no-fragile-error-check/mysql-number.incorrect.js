// The number of an error as a text
import mysql from 'mysql2/promise';

const pool = mysql.createPool(process.env.MYSQL_URL);
try {
  await pool.query("insert into users (id, name) values (1, 'Dan')");
} catch (err) {
  console.log(err.errno === '1062' ? 'The number is taken.' : 'It failed.');
}
await pool.end();
