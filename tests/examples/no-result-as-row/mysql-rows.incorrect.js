// mysql2 gives no object with rows
import mysql from 'mysql2/promise';

const pool = mysql.createPool(process.env.MYSQL_URL);
const result = await pool.query('select name from users where id = 1');
console.log(result.rows);
await pool.end();
