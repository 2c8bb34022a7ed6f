// Two placeholders, one value: the second question mark reaches the server
import mysql from 'mysql2/promise';

const pool = mysql.createPool(process.env.MYSQL_URL);
const [rows] = await pool.query('select name from users where age between ? and ? order by age', [20, 40]);
console.log(rows);
await pool.end();
