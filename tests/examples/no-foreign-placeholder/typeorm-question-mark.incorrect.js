// A question mark in TypeORM over Postgres
import { DataSource } from 'typeorm';

const dataSource = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL });
await dataSource.initialize();
const id = 2;
const users = await dataSource.query('select name, email from users where id = ?', [id]);
console.log(users);
await dataSource.destroy();
