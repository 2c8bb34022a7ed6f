// A function that opens, uses and closes a connection (in db/strict)
import mysql from 'mysql2/promise';

export const users = {
  async findAge(name) {
    const connection = await mysql.createConnection(process.env.MYSQL_URL);
    const [[row]] = await connection.execute('select connection_id() as connection, age from users where name = ?', [name]);
    await connection.end();
    connections.add(row.connection);
    return row.age;
  },
};

const connections = new Set();
const ages = [await users.findAge('Ann'), await users.findAge('Bob')];
console.log(ages, `connections that were opened: ${connections.size}`);
process.exit();
