// A numbered placeholder in the older driver of MySQL
import mysql from 'mysql';

const connection = mysql.createConnection(process.env.MYSQL_URL);
connection.query('select name, email from users where id = $1', [2], (error, rows) => {
  if (error) throw error;
  console.log(rows);
  connection.end();
});
