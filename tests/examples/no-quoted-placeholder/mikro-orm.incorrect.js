// MikroORM writes the value with quotes of its own inside of these
import { MikroORM } from '@mikro-orm/postgresql';

const orm = await MikroORM.init({ clientUrl: process.env.DATABASE_URL, entities: [], discovery: { warnWhenNoEntities: false } });
const em = orm.em.fork();
const users = await em.execute("select id, email from users where name = '?'", ['Ann']);
console.log(users);
await orm.close();
