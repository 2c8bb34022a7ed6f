// A cursor on a pool
import pg from 'pg';
import Cursor from 'pg-cursor';

const pool = new pg.Pool();
const client = await pool.connect();
const cursor = client.query(new Cursor('select name from users order by id'));
console.log(await cursor.read(2));
await cursor.close();
client.release();
await pool.end();
