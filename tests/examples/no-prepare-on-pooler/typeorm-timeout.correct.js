// A time limit for statements
import { DataSource } from 'typeorm';

// Once, by the owner of the database: alter role shop set statement_timeout = '5s'
const source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL });

await source.initialize();
console.log(await source.query('select name from users where id = 1'));
await source.destroy();
