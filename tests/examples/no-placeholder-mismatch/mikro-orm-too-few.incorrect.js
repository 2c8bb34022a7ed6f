// Too few values: MikroORM writes `undefined` into the text
import { MikroORM } from '@mikro-orm/postgresql';

const orm = await MikroORM.init({ clientUrl: process.env.DATABASE_URL, entities: [], discovery: { warnWhenNoEntities: false } });
const em = orm.em.fork();
const users = await em.execute('select name from users where age > ? and age < ?', [20]);
console.log(users);
await orm.close();
