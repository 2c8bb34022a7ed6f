// %s, as Python drivers write it
import mysql from 'mysql2/promise';

const pool = mysql.createPool(process.env.MYSQL_URL);
const [rows] = await pool.execute('select name from users where age > %s and age < %s', [20, 30]);
console.log(rows);
await pool.end();
