// A cursor with one value too few
import pg from 'pg';
import Cursor from 'pg-cursor';

const client = new pg.Client();
await client.connect();
const cursor = client.query(new Cursor('select name from users where age between $1 and $2 order by age', [20, 40]));
console.log(await cursor.read(10));
await cursor.close();
await client.end();
