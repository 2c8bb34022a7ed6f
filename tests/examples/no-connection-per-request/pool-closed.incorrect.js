// A pool for every request that is closed again: a new connection each time
import { once } from 'node:events';
import http from 'node:http';
import pg from 'pg';

const server = http.createServer(async (request, response) => {
  const pool = new pg.Pool();
  const { rows } = await pool.query('select pg_backend_pid() as backend');
  await pool.end();
  response.end(`${rows[0].backend}`);
});

server.listen(0);
await once(server, 'listening');
const url = `http://localhost:${server.address().port}/`;
const backends = new Set();
for (let visit = 0; visit < 20; visit++) backends.add(await (await fetch(url)).text());
console.log(`20 visitors, connections that were opened: ${backends.size}`);
process.exit();
