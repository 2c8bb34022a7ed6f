// One placeholder, two values: no error, and rows that were not asked for
import mysql from 'mysql2/promise';

const pool = mysql.createPool(process.env.MYSQL_URL);
const [rows] = await pool.execute('select name from users where age > ? order by age', [20, 'Ann']);
console.log(rows);
await pool.end();
