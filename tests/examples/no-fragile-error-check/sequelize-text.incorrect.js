// A violated unique constraint is a validation error in Sequelize
import { Sequelize } from 'sequelize';

const sequelize = new Sequelize(process.env.DATABASE_URL, { dialect: 'postgres', logging: false });
try {
  await sequelize.query("insert into users (id, name) values (1, 'Dan')");
} catch (err) {
  console.log(err.message.includes('unique constraint') ? 'The number is taken.' : 'It failed.');
}
await sequelize.close();
