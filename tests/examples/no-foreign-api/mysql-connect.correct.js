// A method of pg on a pool of mysql2
import mysql from 'mysql2/promise';

const pool = mysql.createPool(process.env.MYSQL_URL);
const connection = await pool.getConnection();
const [rows] = await connection.query('select name from users where id = 1');
console.log(rows);
connection.release();
await pool.end();
