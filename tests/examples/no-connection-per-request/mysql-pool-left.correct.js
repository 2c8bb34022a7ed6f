// A pool for every request that nobody closes: too many connections
import { once } from 'node:events';
import http from 'node:http';
import mysql from 'mysql2/promise';

const pool = mysql.createPool(process.env.MYSQL_URL);

const server = http.createServer(async (request, response) => {
  const [[{ users }]] = await pool.query('select count(*) as users from users');
  response.end(`${users} users`);
});

server.listen(0);
await once(server, 'listening');
const url = `http://localhost:${server.address().port}/`;
for (let visit = 0; visit < 200; visit++) await fetch(url);
console.log('200 visitors were served');
process.exit();
