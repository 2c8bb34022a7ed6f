// A SQLSTATE of PostgreSQL in a callback of mysql
import mysql from 'mysql';

const connection = mysql.createConnection(process.env.MYSQL_URL);
connection.query("insert into users (id, name) values (1, 'Dan')", (err) => {
  console.log(err.code === 'ER_DUP_ENTRY' ? 'The number is taken.' : 'It failed.');
  connection.end();
});
