// A user types the words that are looked for in MySQL
import mysql from 'mysql2/promise';

const pool = mysql.createPool(process.env.MYSQL_URL);
const input = 'Duplicate entry';
try {
  await pool.query('insert into users (id) values (?)', [input]);
} catch (err) {
  if (err.message.includes('Duplicate entry')) console.log('The number is taken.');
  else console.log('Not a number.');
}
await pool.end();
