import { describe, expect, it } from 'vitest';
import { probe } from './probe.js';

const SEQUELIZE = "import { Sequelize } from 'sequelize';\n";
const DRIZZLE = "import { sql } from 'drizzle-orm';\nimport { drizzle } from 'drizzle-orm/node-postgres';\nconst db = drizzle(pool);\n";
const PRISMA = "import { PrismaClient } from '@prisma/client';\nimport { PrismaPg } from '@prisma/adapter-pg';\n";
const MIKRO = "import { MikroORM } from '@mikro-orm/postgresql';\nconst orm = await MikroORM.init({ dbName: 'shop' });\n";

/** name, expected, code. */
const forms: readonly (readonly [name: string, expected: string, code: string])[] = [
  ['Sequelize, with its options last', 'sequelize.postgresSequelize', `${SEQUELIZE}probe(new Sequelize('shop', 'me', 'secret', { dialect: 'postgres' }));`],
  ['Sequelize, by its address', 'sequelize.mysqlSequelize', `${SEQUELIZE}probe(new Sequelize('mysql://db/shop'));`],
  ['Sequelize, by an address from elsewhere', 'sequelize.sequelize', `${SEQUELIZE}probe(new Sequelize(process.env.DATABASE_URL));`],
  ['a result of Sequelize', 'sequelize.postgresResult', `${SEQUELIZE}probe(await new Sequelize({ dialect: 'postgres' }).query('select 1'));`],
  ['a result of Sequelize in another shape', 'unknown', `${SEQUELIZE}probe(await new Sequelize({ dialect: 'postgres' }).query('select 1', { type: 'SELECT' }));`],
  ['Drizzle', 'drizzle-orm.nodePostgres', `${DRIZZLE}probe(db);`],
  ['a transaction of Drizzle', 'drizzle-orm.nodePostgresTransaction', `${DRIZZLE}db.transaction(async (tx) => { probe(tx); });`],
  ['a template of Drizzle', 'drizzle-orm.fragment', `${DRIZZLE}probe(sql\`select 1\`);`],
  ['a result of Drizzle', 'drizzle-orm.result', `${DRIZZLE}probe(await db.execute(sql\`select 1\`));`],
  ['Prisma, by its adapter', 'prisma.postgresClient', `${PRISMA}probe(new PrismaClient({ adapter: new PrismaPg({}) }));`],
  ['Prisma without an adapter', 'prisma.client', `${PRISMA}probe(new PrismaClient());`],
  ['a transaction of Prisma', 'prisma.postgresTransaction', `${PRISMA}new PrismaClient({ adapter: new PrismaPg({}) }).$transaction(async (tx) => { probe(tx); });`],
  ['rows of Prisma', 'prisma.rows', `${PRISMA}probe(await new PrismaClient({ adapter: new PrismaPg({}) }).$queryRaw\`select 1\`);`],
  ['MikroORM', 'mikro-orm.postgresqlOrm', `${MIKRO}probe(orm);`],
  ['a manager of MikroORM', 'mikro-orm.postgresqlManager', `${MIKRO}probe(orm.em.fork());`],
  ['a connection of MikroORM', 'mikro-orm.postgresqlConnection', `${MIKRO}probe(orm.em.getConnection());`],
  ['rows of MikroORM', 'mikro-orm.rows', `${MIKRO}probe(await orm.em.execute('select 1'));`],
  ['one row of MikroORM', 'unknown', `${MIKRO}probe(await orm.em.execute('select 1', [], 'get'));`],
];

describe.each(['js', 'ts'] as const)('object mappers, read through the %s parser', (parser) => {
  it.each(forms)('%s: %s', (_name, expected, code) => {
    expect(probe(code, parser)).toBe(expected);
  });
});
