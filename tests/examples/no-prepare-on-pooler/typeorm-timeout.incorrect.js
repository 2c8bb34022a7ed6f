// A time limit for statements
import { DataSource } from 'typeorm';

const source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL, extra: { statement_timeout: 5000 } });

await source.initialize();
console.log(await source.query('select name from users where id = 1'));
await source.destroy();
