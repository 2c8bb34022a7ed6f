// A time limit for statements
import { QueryTypes, Sequelize } from 'sequelize';

// Once, by the owner of the database: alter role shop set statement_timeout = '5s'
const sequelize = new Sequelize(process.env.DATABASE_URL, { dialect: 'postgres', logging: false });

console.log(await sequelize.query('select name from users where id = 1', { type: QueryTypes.SELECT }));
await sequelize.close();
