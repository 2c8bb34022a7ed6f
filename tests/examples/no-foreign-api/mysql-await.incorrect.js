// await on the callback API of mysql2
import mysql from 'mysql2';

const connection = mysql.createConnection(process.env.MYSQL_URL);
const [rows] = await connection.query('select name from users where id = 1');
console.log(rows);
connection.end();
