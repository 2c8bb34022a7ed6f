import { describe, expect, it } from 'vitest';
import { drivers } from '../../src/facts/drivers/index.js';
import { isHandle, readHandle, spellingOf } from '../../src/settings/handle-names.js';

/** `pg pool`, `pg pool.query`, or the refusal. */
function read(text: string): string {
  const reading = readHandle(text);
  if (!isHandle(reading)) return `${reading.reason}. ${reading.remedy}`;
  return `${reading.driver.id} ${reading.handle}${reading.member === null ? '' : `.${reading.member}`}`;
}

describe('a handle is named', () => {
  it.each([
    ['pg.Pool', 'pg pool'],
    ['pg.Client', 'pg connection'],
    ['pg.PoolClient', 'pg client'],
    ['postgres.Sql', 'postgres sql'],
    // By a module of the driver, whose name may hold dots itself.
    ['mysql2.Pool', 'mysql2 pool'],
    ['mysql2/promise.Pool', 'mysql2 promisePool'],
    ['mysql2/promise.js.statement', 'mysql2 has no handle "statement"'],
    ['@electric-sql/pglite.PGlite', 'pglite database'],
    ['pg-pool.default', 'pg pool'],
    ['pg-pool.Pool', 'pg pool'],
    // By a package or the id of the driver.
    ['prisma.PrismaClient', 'prisma client'],
    ['neon.Pool', 'neon pool'],
    // By a type in a namespace.
    ['knex.Knex', 'knex knex'],
    ['knex.Knex.Transaction', 'knex transaction'],
    // By its role, where it is the only one, or by the word for what has no type.
    ['pg.pool', 'pg pool'],
    ['pg.connection', 'pg connection'],
    ['pg-promise.transaction', 'pg-promise transaction'],
    ['vercel-postgres.sql', 'vercel-postgres sql'],
    // On a server.
    ['knex.Knex on postgres', 'knex postgresKnex'],
    ['knex.Knex on pg', 'knex postgresKnex'],
    ['knex.Knex on better-sqlite3', 'knex betterSqliteKnex'],
    ['kysely.Kysely on mysql', 'kysely mysqlKysely'],
    ['mikro-orm.EntityManager on sqlite', 'mikro-orm sqliteManager'],
    ['pg.Pool on postgres', 'pg pool'],
    // With a member.
    ['pg.Pool.query', 'pg pool.query'],
    ['knex.Knex.raw', 'knex knex.raw'],
    ['typeorm.DataSource.query on postgres', 'typeorm postgresDataSource.query'],
    ['  pg.Pool  ', 'pg pool'],
  ])('%s', (text, expected) => {
    expect(read(text)).toContain(expected);
  });

  it('in one way that is read again, for every handle that lasts', () => {
    const names = drivers.flatMap((driver) => Object.keys(driver.handles).map((handle) => ({ driver, handle, name: spellingOf(driver, handle) })));
    const named = names.filter(({ name }) => name !== null);
    for (const { driver, handle, name } of named) expect(read(name ?? ''), name ?? '').toBe(`${driver.id} ${handle}`);
    expect(new Set(named.map(({ name }) => name)).size).toBe(named.length);
    for (const { id } of drivers) expect(named.filter(({ driver }) => driver.id === id).length, id).toBeGreaterThan(0);
  });
});

describe('what is no name says what to write', () => {
  it.each([
    ['pg.Pol', 'node-postgres has no handle "Pol". Write "pg.Pool".'],
    ['pg.Pol.query', 'node-postgres has no handle "Pol". Write "pg.Pool.query".'],
    ['postgres.sql', 'postgres.js has no handle "sql". Write "postgres.Sql".'],
    ['mysql2.pool', 'mysql2 has no handle "pool". Write "mysql2.Pool" or "mysql2/promise.Pool".'],
    ['pg.Database', 'node-postgres has no handle "Database". Write "pg.Pool", "pg.Client", "pg.PoolClient", "pg-cursor.default" or "pg-query-stream.default".'],
    ['pgg.Pool', 'no driver is called "pgg". Write "pg.Pool".'],
    ['mysql2/promis.Pool', 'no driver is called "mysql2/promis". Write "mysql2/promise.Pool".'],
    ['knexx.Knex on postgres', 'no driver is called "knexx". Write "knex.Knex on postgres".'],
    ['mongodb.Db', 'no driver is called "mongodb". Write a driver and a handle, such as "pg.Pool".'],
    ['PoolClient', 'no driver is called "PoolClient". Write "neon.PoolClient" or "pg.PoolClient".'],
    ['pg', 'that names a driver, and no handle of it. Write "pg.Pool", "pg.Client", "pg.PoolClient", "pg-cursor.default" or "pg-query-stream.default".'],
    ['', 'that names no driver. Write a driver and a handle, such as "pg.Pool".'],
    ['pg.Pool.qurey', 'pg Pool has no member "qurey". Write "pg.Pool.query".'],
    ['pg.Pool.all', 'pg Pool has no member "all". Write "pg.Pool.query", "pg.Pool.connect" or "pg.Pool.end".'],
    ['pg.Pool on mysql', 'node-postgres is not known to run on "mysql". Write "pg.Pool".'],
    ['kysely.Kysely on postgresql', 'Kysely is not known to run on "postgresql". Write "kysely.Kysely on postgres".'],
    ['kysely.Kysely on oracle', 'Kysely is not known to run on "oracle". Write "kysely.Kysely on postgres", "kysely.Kysely on mysql" or "kysely.Kysely on sqlite".'],
    ['mikro-orm.EntityManager', 'that does not say on which server. Write "mikro-orm.EntityManager on postgres", "mikro-orm.EntityManager on mysql" or "mikro-orm.EntityManager on sqlite".'],
    ['constructor', 'no driver is called "constructor". Write a driver and a handle, such as "pg.Pool".'],
    ['pg.Pool.constructor', 'pg Pool has no member "constructor". Write "pg.Pool.query", "pg.Pool.connect" or "pg.Pool.end".'],
    ['pg..', 'node-postgres has no handle "". Write "pg.Pool", "pg.Client", "pg.PoolClient", "pg-cursor.default" or "pg-query-stream.default".'],
    ['pg.__proto__', 'node-postgres has no handle "__proto__". Write "pg.Pool", "pg.Client", "pg.PoolClient", "pg-cursor.default" or "pg-query-stream.default".'],
  ])('"%s"', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
