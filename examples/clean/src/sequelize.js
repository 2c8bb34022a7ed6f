import { QueryTypes, Sequelize } from 'sequelize';

const sequelize = new Sequelize(process.env.DATABASE_URL, { dialect: 'postgres' });

export async function findUser(id) {
  const [user] = await sequelize.query('select id, name from users where id = :id', { replacements: { id }, type: QueryTypes.SELECT });
  return user ?? null;
}

export async function search(name) {
  const [rows] = await sequelize.query('select id from users where name = $1', { bind: [name] });
  return rows.length;
}
