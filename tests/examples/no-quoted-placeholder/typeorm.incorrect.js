// A number in quotes in TypeORM
import { DataSource } from 'typeorm';

const dataSource = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL });
await dataSource.initialize();
const users = await dataSource.manager.query("select id, email from users where name = '$1'", ['Ann']);
console.log(users);
await dataSource.destroy();
