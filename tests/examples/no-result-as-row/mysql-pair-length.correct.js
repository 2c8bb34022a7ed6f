// The pair of mysql2 always has the length two
import mysql from 'mysql2/promise';

const pool = mysql.createPool(process.env.MYSQL_URL);
const result = await pool.query('select id from users where age > 100');
console.log(result[0].length === 0 ? 'nobody' : 'somebody');
await pool.end();
