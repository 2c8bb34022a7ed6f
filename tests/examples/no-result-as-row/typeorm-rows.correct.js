// query() of TypeORM gives the rows themselves
import { DataSource } from 'typeorm';

const dataSource = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL });
await dataSource.initialize();
const users = await dataSource.query('select name from users order by id');
console.log(users);
await dataSource.destroy();
