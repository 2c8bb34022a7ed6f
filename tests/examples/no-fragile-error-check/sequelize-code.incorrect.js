// The error of the server is the parent of the one that Sequelize throws
import { Sequelize } from 'sequelize';

const sequelize = new Sequelize(process.env.DATABASE_URL, { dialect: 'postgres', logging: false });
try {
  await sequelize.query("insert into users (id, name) values (1, 'Dan')");
} catch (err) {
  console.log(err.code === '23505' ? 'The number is taken.' : 'It failed.');
}
await sequelize.close();
