// A pool for every request that nobody closes: the server runs out of connections
import { once } from 'node:events';
import http from 'node:http';
import pg from 'pg';

const server = http.createServer(async (request, response) => {
  const pool = new pg.Pool();
  const { rows } = await pool.query('select count(*) as users from users');
  response.end(`${rows[0].users} users`);
});

server.listen(0);
await once(server, 'listening');
const url = `http://localhost:${server.address().port}/`;
for (let visit = 0; visit < 120; visit++) await fetch(url);
console.log('120 visitors were served');
process.exit();
