// Too few values: the second question mark stays in the text
import mysql from 'mysql';

const connection = mysql.createConnection(process.env.MYSQL_URL);
connection.query('select name from users where age > ? and age < ?', [20], (error, rows) => {
  if (error) throw error;
  console.log(rows);
  connection.end();
});
