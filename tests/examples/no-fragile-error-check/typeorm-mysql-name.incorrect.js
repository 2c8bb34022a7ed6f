// The name that MySQL gives to the error, on Postgres
import { DataSource } from 'typeorm';

const dataSource = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL });
await dataSource.initialize();
try {
  await dataSource.query("insert into users (id, name) values (1, 'Dan')");
} catch (err) {
  console.log(err.code === 'ER_DUP_ENTRY' ? 'The number is taken.' : 'It failed.');
}
await dataSource.destroy();
