// An object of values, which TypeORM refuses
import { DataSource } from 'typeorm';

const dataSource = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL });
await dataSource.initialize();
const id = 2;
const users = await dataSource.query('select name from users where id = $1', { id });
console.log(users);
await dataSource.destroy();
