// A cursor takes its text and values by itself
import pg from 'pg';
import Cursor from 'pg-cursor';

const client = new pg.Client();
await client.connect();
const cursor = client.query(new Cursor('select name from users where age > $1 order by age', [20]));
console.log(await cursor.read(10));
await cursor.close();
await client.end();
