// A connection for each item of a list
import pg from 'pg';

const backends = new Set();
for (const name of ['Ann', 'Bob', 'Cleo']) {
  const client = new pg.Client();
  await client.connect();
  const { rows } = await client.query('select pg_backend_pid() as backend, age from users where name = $1', [name]);
  await client.end();
  backends.add(rows[0].backend);
}
console.log(`3 users, connections that were opened: ${backends.size}`);
