// A number for a SQLSTATE with MikroORM
import { MikroORM } from '@mikro-orm/postgresql';

const orm = await MikroORM.init({ clientUrl: process.env.DATABASE_URL, entities: [], discovery: { warnWhenNoEntities: false } });
try {
  await orm.em.fork().execute("insert into users (id, name) values (1, 'Dan')");
} catch (err) {
  console.log(err.code === 23505 ? 'The number is taken.' : 'It failed.');
}
await orm.close();
