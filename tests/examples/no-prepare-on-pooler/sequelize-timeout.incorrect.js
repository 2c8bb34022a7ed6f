// A time limit for statements
import { QueryTypes, Sequelize } from 'sequelize';

const sequelize = new Sequelize(process.env.DATABASE_URL, { dialect: 'postgres', logging: false, dialectOptions: { statement_timeout: 5000 } });

console.log(await sequelize.query('select name from users where id = 1', { type: QueryTypes.SELECT }));
await sequelize.close();
