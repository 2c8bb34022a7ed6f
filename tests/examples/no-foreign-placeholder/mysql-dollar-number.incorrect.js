// A numbered placeholder, as Postgres writes it
import mysql from 'mysql2/promise';

const pool = mysql.createPool(process.env.MYSQL_URL);
const id = 2;
const [rows] = await pool.query('select name, email from users where id = $1', [id]);
console.log(rows);
await pool.end();
