/** Programs that make each driver's errors visible: they open a database and send a text. */
import type { Dialect } from '../../src/facts/schema.js';
import { findNewerNode, noNewerNode } from './newer-node.js';

/** A program that opens a database, and how it sends a text. */
export interface Program {
  readonly open: string;
  readonly send: string;
  readonly dialect: Dialect;
  /** The handle whose errors they are, where they are not those of the driver. */
  readonly handle?: string;
}

const [url, mysqlUrl] = ['process.env.DATABASE_URL', 'process.env.MYSQL_URL'];
const postgres = { dialect: 'postgres' } as const;
const mysql = { dialect: 'mysql' } as const;
const sqlite = { dialect: 'sqlite' } as const;
const typeorm = (options: string): string => `import { DataSource } from 'typeorm'; const db = await new DataSource(${options}).initialize();`;
const mikroOrm = (server: string, options: string): string =>
  `import { EntitySchema } from '@mikro-orm/core'; import { MikroORM } from '@mikro-orm/${server}'; import {} from '@mikro-orm/postgresql';
   const entity = new EntitySchema({ name: 'User', tableName: 'users', properties: { id: { type: 'number', primary: true } } });
   const db = (await MikroORM.init({ entities: [entity], ${options} })).em.fork();`;

/** By driver; programs of one driver are told apart by what is behind the dot. */
export const programs: Readonly<Record<string, Program>> = {
  pg: { open: `import pg from 'pg'; const db = new pg.Pool();`, send: 'db.query(text)', ...postgres },
  postgres: { open: `import postgres from 'postgres'; const db = postgres(${url}, { onnotice() {} });`, send: 'db.unsafe(text)', ...postgres },
  'pg-promise': { open: `import pgPromise from 'pg-promise'; const db = pgPromise()(${url});`, send: 'db.any(text)', ...postgres },
  pglite: { open: `import { PGlite } from '@electric-sql/pglite'; const db = await PGlite.create();`, send: 'db.query(text)', ...postgres },
  slonik: {
    open: `import { createPool, sql } from 'slonik'; import { createPgDriverFactory } from '@slonik/pg-driver';
           const db = await createPool(${url}, { driverFactory: createPgDriverFactory() });`,
    send: "db.query(new Function('sql', 'return sql.unsafe`' + text + '`')(sql))",
    ...postgres,
  },
  prisma: {
    open: `import { PrismaPg } from '@prisma/adapter-pg'; import { PrismaClient } from '@prisma/client'; const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: ${url} }) });`,
    send: 'db.$executeRawUnsafe(text)',
    ...postgres,
  },
  'knex.pg': { open: `import knex from 'knex'; const db = knex({ client: 'pg', connection: ${url} });`, send: 'db.raw(text)', ...postgres },
  'knex.mysql2': { open: `import knex from 'knex'; const db = knex({ client: 'mysql2', connection: ${mysqlUrl} });`, send: 'db.raw(text)', ...mysql },
  'knex.better-sqlite3': { open: `import knex from 'knex'; const db = knex({ client: 'better-sqlite3', connection: ':memory:', useNullAsDefault: true });`, send: 'db.raw(text)', ...sqlite },
  'knex.sqlite3': { open: `import knex from 'knex'; const db = knex({ client: 'sqlite3', connection: ':memory:', useNullAsDefault: true });`, send: 'db.raw(text)', ...sqlite, handle: 'sqliteKnex' },
  'drizzle-orm.pg': { open: `import { drizzle } from 'drizzle-orm/node-postgres'; const db = drizzle(${url});`, send: 'db.execute(text)', ...postgres, handle: 'nodePostgres' },
  'drizzle-orm.postgres': { open: `import { drizzle } from 'drizzle-orm/postgres-js'; const db = drizzle(${url});`, send: 'db.execute(text)', ...postgres, handle: 'postgresJs' },
  'drizzle-orm.mysql2': { open: `import { drizzle } from 'drizzle-orm/mysql2'; const db = drizzle(${mysqlUrl});`, send: 'db.execute(text)', ...mysql, handle: 'mysql2' },
  'kysely.pg': { open: `import { Kysely, PostgresDialect, sql } from 'kysely'; import pg from 'pg'; const db = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool() }) });`, send: 'sql.raw(text).execute(db)', ...postgres },
  'kysely.mysql2': { open: `import { Kysely, MysqlDialect, sql } from 'kysely'; import { createPool } from 'mysql2'; const db = new Kysely({ dialect: new MysqlDialect({ pool: createPool(${mysqlUrl}) }) });`, send: 'sql.raw(text).execute(db)', ...mysql },
  'kysely.better-sqlite3': { open: `import { Kysely, SqliteDialect, sql } from 'kysely'; import Database from 'better-sqlite3'; const db = new Kysely({ dialect: new SqliteDialect({ database: new Database(':memory:') }) });`, send: 'sql.raw(text).execute(db)', ...sqlite },
  'typeorm.pg': { open: typeorm(`{ type: 'postgres', url: ${url} }`), send: 'db.query(text)', ...postgres },
  'typeorm.mysql2': { open: typeorm(`{ type: 'mysql', url: ${mysqlUrl} }`), send: 'db.query(text)', ...mysql },
  'typeorm.better-sqlite3': { open: typeorm(`{ type: 'better-sqlite3', database: ':memory:' }`), send: 'db.query(text)', ...sqlite },
  'sequelize.pg': { open: `import { Sequelize } from 'sequelize'; const db = new Sequelize(${url}, { logging: false });`, send: 'db.query(text)', ...postgres },
  'sequelize.mysql2': { open: `import { Sequelize } from 'sequelize'; const db = new Sequelize(${mysqlUrl}, { logging: false });`, send: 'db.query(text)', ...mysql },
  'sequelize.sqlite3': { open: `import { Sequelize } from 'sequelize'; const db = new Sequelize({ dialect: 'sqlite', storage: ':memory:', logging: false });`, send: 'db.query(text)', ...sqlite },
  'mikro-orm.postgresql': { open: mikroOrm('postgresql', `clientUrl: ${url}`), send: 'db.execute(text)', ...postgres },
  'mikro-orm.mysql': { open: mikroOrm('mysql', `clientUrl: ${mysqlUrl}`), send: 'db.execute(text)', ...mysql },
  'mikro-orm.sqlite': { open: mikroOrm('sqlite', `dbName: ':memory:'`), send: 'db.execute(text)', ...sqlite },
  mysql2: { open: `import mysql from 'mysql2/promise'; const db = mysql.createPool(${mysqlUrl});`, send: 'db.query(text)', ...mysql },
  mysql: {
    open: `import { promisify } from 'node:util'; import mysql from 'mysql'; const db = mysql.createConnection(${mysqlUrl}); const ask = promisify(db.query.bind(db));`,
    send: 'ask(text)',
    ...mysql,
  },
  'better-sqlite3': { open: `import Database from 'better-sqlite3'; const db = new Database(':memory:');`, send: 'db.exec(text)', ...sqlite },
  'node-sqlite': { open: `import { DatabaseSync } from 'node:sqlite'; const db = new DatabaseSync(':memory:');`, send: 'db.exec(text)', ...sqlite },
  sqlite3: { open: `import { promisify } from 'node:util'; import sqlite3 from 'sqlite3'; const db = new sqlite3.Database(':memory:'); const ask = promisify(db.run.bind(db));`, send: 'ask(text)', ...sqlite },
};

/** Why a program cannot run on some machines; null when it runs on all. */
export function possibleObstacleTo({ open, dialect }: Program): string | null {
  if (/'(?:slonik|node:sqlite|@mikro-orm\/.*)'/.test(open)) return noNewerNode;
  return dialect === 'mysql' ? 'no MariaDB server is installed' : null;
}

/** Why it cannot run here. */
export function obstacleTo(program: Program, hasMariadb: boolean): string | null {
  const isMissing = possibleObstacleTo(program) === noNewerNode ? findNewerNode() === null : program.dialect === 'mysql' && !hasMariadb;
  return isMissing ? possibleObstacleTo(program) : null;
}

/** The title of the test that runs a program. */
export function programTitle(name: string, obstacle: string | null): string {
  return obstacle === null ? name : `${name} (skipped: ${obstacle})`;
}
