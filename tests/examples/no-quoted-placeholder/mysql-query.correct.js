// A question mark in quotes stays a question mark: no error, and nothing found
import mysql from 'mysql2/promise';

const pool = mysql.createPool(process.env.MYSQL_URL);
const [rows] = await pool.query("select id, email from users where name = ?", ['Ann']);
console.log(rows);
await pool.end();
