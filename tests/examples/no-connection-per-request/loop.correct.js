// A connection for each item of a list
import pg from 'pg';

const backends = new Set();
const client = new pg.Client();
await client.connect();
for (const name of ['Ann', 'Bob', 'Cleo']) {
  const { rows } = await client.query('select pg_backend_pid() as backend, age from users where name = $1', [name]);
  backends.add(rows[0].backend);
}
await client.end();
console.log(`3 users, connections that were opened: ${backends.size}`);
