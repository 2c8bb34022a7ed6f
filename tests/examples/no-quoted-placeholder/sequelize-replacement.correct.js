// A name in quotes stays a name: no error, and nothing found
import { Sequelize } from 'sequelize';

const sequelize = new Sequelize(process.env.DATABASE_URL, { dialect: 'postgres', logging: false });
const [users] = await sequelize.query("select id, email from users where name = :name", { replacements: { name: 'Ann' } });
console.log(users);
await sequelize.close();
