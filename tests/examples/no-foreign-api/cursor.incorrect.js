// A cursor on a pool
import pg from 'pg';
import Cursor from 'pg-cursor';

const pool = new pg.Pool();
const cursor = await pool.query(new Cursor('select name from users order by id'));
console.log(await cursor.read(2));
await pool.end();
