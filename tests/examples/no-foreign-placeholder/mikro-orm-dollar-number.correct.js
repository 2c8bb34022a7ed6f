// A numbered placeholder: MikroORM binds question marks
import { MikroORM } from '@mikro-orm/postgresql';

const orm = await MikroORM.init({ clientUrl: process.env.DATABASE_URL, entities: [], discovery: { warnWhenNoEntities: false } });
const em = orm.em.fork();
const id = 2;
const users = await em.execute('select name, email from users where id = ?', [id]);
console.log(users);
await orm.close();
