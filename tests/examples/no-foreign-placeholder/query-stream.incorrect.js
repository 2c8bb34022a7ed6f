// A stream of rows takes its text and values by itself
import pg from 'pg';
import QueryStream from 'pg-query-stream';

const client = new pg.Client();
await client.connect();
const stream = client.query(new QueryStream('select name from users where age > %s order by age', [20]));
for await (const row of stream) console.log(row.name);
await client.end();
