/** Members called foreign in the facts are looked for on real handles: none of them has one. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { drivers } from '../../src/facts/drivers/index.js';
import { realFolder } from './install.js';
import type { ServerAddress } from './databases.js';

const load = createRequire(join(realFolder, 'package.json'));

/** Calls a method whose name is in the text, so that drivers need no types here: `handle.connect()`. */
function call(target: unknown, method: string, ...given: readonly unknown[]): unknown {
  const called: unknown = Reflect.get(Object(target), method);
  if (typeof called !== 'function') throw new Error(`there is no ${method}`);
  return Reflect.apply(called, target, given);
}

/** An instance of a class that a driver exports. */
function create(specifier: string, name: string, options: object): unknown {
  const exported: unknown = Reflect.get(Object(load(specifier)), name);
  if (typeof exported !== 'function') throw new Error(`${specifier} has no ${name}`);
  const created: unknown = Reflect.construct(exported, [options]);
  return created;
}

function connection({ host, port, user, password, database }: ServerAddress): object {
  return { host, port, user, password, database };
}

/** Gives a handle to `look`, and closes what it opened. */
type Handles = Readonly<Record<string, (look: (handle: unknown) => void) => Promise<void>>>;

const ofPostgres: Handles = {
  'pg.pool': (look) => withPgPool(look),
  'pg.client': (look) =>
    withPgPool(async (pool) => {
      const client = await call(pool, 'connect');
      look(client);
      await call(client, 'release');
    }),
  'pg.connection': async (look) => {
    const client = create('pg', 'Client', connection(inject('postgres').address));
    await call(client, 'connect');
    await whileOpen(client, look);
  },
  'postgres.sql': (look) => withSql(look),
  'postgres.reserved': (look) =>
    withSql(async (sql) => {
      const reserved = await call(sql, 'reserve');
      look(reserved);
      await call(reserved, 'release');
    }),
};

const ofMysql: Handles = {
  'mysql2.promisePool': (look) => withMysqlPool(look),
  'mysql2.promisePoolConnection': (look) =>
    withMysqlPool(async (pool) => {
      const client = await call(pool, 'getConnection');
      look(client);
      await call(client, 'release');
    }),
  'mysql2.promiseConnection': (look) => withMysqlConnection(look),
  'mysql2.pool': (look) => withMysqlPool((pool) => look(Reflect.get(Object(pool), 'pool'))),
  'mysql2.connection': (look) => withMysqlConnection((client) => look(Reflect.get(Object(client), 'connection'))),
  'mysql2.poolConnection': (look) =>
    withMysqlPool(async (pool) => {
      const client = await call(pool, 'getConnection');
      look(Reflect.get(Object(client), 'connection'));
      await call(client, 'release');
    }),
};

async function withPgPool(use: (pool: unknown) => unknown): Promise<void> {
  await whileOpen(create('pg', 'Pool', connection(inject('postgres').address)), use);
}

async function withSql(use: (sql: unknown) => unknown): Promise<void> {
  const open: unknown = load('postgres');
  await whileOpen(call({ open }, 'open', connection(inject('postgres').address)), use);
}

async function withMysqlPool(use: (pool: unknown) => unknown): Promise<void> {
  await whileOpen(call(load('mysql2/promise'), 'createPool', mariadb()), use);
}

async function withMysqlConnection(use: (client: unknown) => unknown): Promise<void> {
  await whileOpen(await call(load('mysql2/promise'), 'createConnection', mariadb()), use);
}

async function whileOpen(opened: unknown, use: (opened: unknown) => unknown): Promise<void> {
  await use(opened);
  await call(opened, 'end');
}

function mariadb(): object {
  const server = inject('mariadb');
  return server === null ? {} : connection(server.address);
}

const foreign = drivers.flatMap(({ id, handles }) => Object.entries(handles).flatMap(([name, facts]) => (facts.foreign?.members === undefined ? [] : [{ name: `${id}.${name}`, members: Object.keys(facts.foreign.members) }])));
const seen: Handles = { ...ofPostgres, ...ofMysql };

test.each(foreign)('$name has none of the members that are foreign to it', async ({ name, members }) => {
  const open = seen[name];
  if (name in ofMysql && inject('mariadb') === null) return expect(inject('mariadb')).toBeNull();
  let found: string[] = ['no handle was seen'];
  await open?.((handle) => {
    found = members.filter((member) => Reflect.get(Object(handle), member) !== undefined);
  });
  expect(found).toEqual([]);
});

test('the look finds a member that is there', async () => {
  await withPgPool((pool) => {
    expect(['query', 'execute'].filter((member) => Reflect.get(Object(pool), member) !== undefined)).toEqual(['query']);
  });
});
