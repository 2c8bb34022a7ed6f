// postgres.js called in the request handler: connections stay open until the server has no more
import { once } from 'node:events';
import http from 'node:http';
import postgres from 'postgres';

const server = http.createServer(async (request, response) => {
  const sql = postgres();
  const [{ users }] = await sql`select count(*) as users from users`;
  response.end(`${users} users`);
});

server.listen(0);
await once(server, 'listening');
const url = `http://localhost:${server.address().port}/`;
for (let visit = 0; visit < 120; visit++) await fetch(url);
console.log('120 visitors were served');
process.exit();
