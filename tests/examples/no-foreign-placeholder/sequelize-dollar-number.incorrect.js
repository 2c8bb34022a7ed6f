// A numbered placeholder with replacements, which are question marks
import { Sequelize } from 'sequelize';

const sequelize = new Sequelize(process.env.DATABASE_URL, { dialect: 'postgres', logging: false });
const id = 2;
const [users] = await sequelize.query('select name, email from users where id = $1', { replacements: [id] });
console.log(users);
await sequelize.close();
