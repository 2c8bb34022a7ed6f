// Too few values to bind: Sequelize counts them itself
import { Sequelize } from 'sequelize';

const sequelize = new Sequelize(process.env.DATABASE_URL, { dialect: 'postgres', logging: false });
const [users] = await sequelize.query('select name from users where age > $1 and age < $2', { bind: [20] });
console.log(users);
await sequelize.close();
