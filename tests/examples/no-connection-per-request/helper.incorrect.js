// A helper that connects anew each time it is asked
import { once } from 'node:events';
import http from 'node:http';
import pg from 'pg';

async function connect() {
  const client = new pg.Client();
  await client.connect();
  return client;
}

const server = http.createServer(async (request, response) => {
  const client = await connect();
  const { rows } = await client.query('select pg_backend_pid() as backend');
  await client.end();
  response.end(`${rows[0].backend}`);
});

server.listen(0);
await once(server, 'listening');
const url = `http://localhost:${server.address().port}/`;
const backends = new Set();
for (let visit = 0; visit < 20; visit++) backends.add(await (await fetch(url)).text());
console.log(`20 visitors, connections that were opened: ${backends.size}`);
process.exit();
