import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drivers } from '../../src/facts/drivers/index.js';
import type { Driver, ExportFacts, ModuleFacts } from '../../src/facts/schema.js';
import { exportsOf, whyNotLoadable } from './exports-of.js';
import { realFolder } from './install.js';
import { findTypingComplaints, handlesWithoutTypes, type UntypedMembers } from './typings.js';

/** Handles with members that have no published type of their own, and why. */
const withoutTypings: Readonly<Record<string, string>> = {
  'better-sqlite3.boundStatement': 'bind() is typed as giving the statement itself, which handle "statement" covers',
  'better-sqlite3.shapedStatement': 'pluck() and its like are typed as giving the statement itself',
  'better-sqlite3.boundShapedStatement': 'both of these',
  'bun.rows': 'typed in place, as the rows and what describes them',
  'drizzle-orm.betterSqlite3Client': 'what better-sqlite3 has, whose typings have it',
  'drizzle-orm.changes': 'the result of better-sqlite3, whose typings have it',
  'drizzle-orm.mysql2Client': 'what mysql2 has, whose typings have it',
  'drizzle-orm.nodePostgresClient': 'what pg has, whose typings have it',
  'drizzle-orm.pair': 'a tuple of mysql2, which has no name',
  'drizzle-orm.postgresJsClient': 'what postgres.js has, whose typings have it',
  'drizzle-orm.result': 'the result of pg, whose typings have it',
  'drizzle-orm.rows': 'the rows of postgres.js, whose typings have them',
  'drizzle-orm.sql': 'a function and a namespace of that name, and no type',
  'knex.pair': 'typed as any: what the driver beneath gives',
  'knex.result': 'typed as any: what the driver beneath gives',
  'mssql.globalPool': 'functions of the module itself',
  'mysql.clusterPool': 'typed as a Pool, which handle "pool" covers',
  'mysql2.result': 'typed as a tuple, which has no name',
  'neon.sql': 'what neon() gives is one generic type for all its modes, which handle "configuredSql" covers',
  'neon.query': 'a generic type again, which handle "configuredQuery" covers',
  'vercel-postgres.sql': 'typed in place, as VercelPool with the call of a tag; handle "pool" covers its members',
  'oracledb.oracledbModule': 'functions of the module itself',
  'oracledb.pooledConnection': 'typed as a Connection, which handle "connection" covers',
  'pglite.results': 'an array of results, which has no name',
  'pg-promise.ownPool': 'the pool of pg, whose typings have it',
  'pg-promise.transaction': 'typed as a task, which handle "task" covers',
  'prisma.extended': 'a generic type, made of the client and its extensions',
  'sequelize.mysqlResult': 'a tuple, which has no name',
  'sequelize.mysqlRows': 'the header of mysql2, whose typings have it',
  'sequelize.postgresResult': 'a tuple, which has no name',
  'sequelize.sqliteResult': 'a tuple, which has no name',
  'typeorm.mysqlRows': 'the header of mysql2, whose typings have it',
};

/** Modules that cannot be loaded, and why. */
const notLoaded: Readonly<Record<string, string>> = {
  bun: 'a part of the run time Bun; its typings are a package of their own',
  'mssql/msnodesqlv8': 'needs the package msnodesqlv8, which is built against an ODBC library of Microsoft',
};

/** What facts were measured with besides packages. */
const runTimes: readonly string[] = ['node', 'bun'];

const mysqlProtocol = [
  ...['createBinlogStream', 'close', 'write', 'writeColumns', 'writeTextRow', 'writeBinaryRow', 'addCommand', 'handlePacket'],
  ...['protocolError', 'startTLS', 'raw', 'stream', 'fatalError', 'packetParser', 'connectTimeout', 'compressedSequenceId'],
  ...['serverCapabilityFlags', 'serverEncoding', 'clientEncoding'],
];

/** Of an emitter whose typings show `on` alone, or nothing. */
const emitter = [
  ...['once', 'addListener', 'prependListener', 'prependOnceListener', 'off', 'removeListener', 'removeAllListeners', 'emit', 'eventNames'],
  ...['listeners', 'rawListeners', 'listenerCount', 'setMaxListeners', 'getMaxListeners'],
];

/** Seen at run time, with the versions in package.json, on a connection to a server; the typings are incomplete here. */
const untypedMembers: UntypedMembers = {
  // drizzle() types it in place, beside the database.
  'drizzle-orm.betterSqlite3': ['$client'],
  'drizzle-orm.mysql2': ['$client'],
  'drizzle-orm.nodePostgres': ['$client'],
  'drizzle-orm.postgresJs': ['$client'],
  'mssql.modulePool': ['acquire', 'release', 'config'],
  'mssql.pool': ['acquire', 'release', 'config'],
  'mssql.prepared': ['replaceInput', 'replaceOutput', 'acquire', 'release', 'config', 'connected', 'parent'],
  // The last one is set by batch().
  'mssql.request': ['replaceOutput', 'template', 'parent', 'overrides', 'paused', 'rowsAffected'],
  'mssql.transaction': ['acquire', 'release', 'config', 'connected', 'name', 'parent'],
  // Another name of execute().
  'bun.query': ['run'],
  'bun.shapedQuery': ['run'],
  'mysql.command': [...emitter, 'end', 'hasErrorHandler', 'nestTables'],
  'mysql.pool': ['releaseConnection'],
  'mysql2.connection': mysqlProtocol,
  'mysql2.poolConnection': [...mysqlProtocol, 'connectionId', 'lastActiveTime'],
  'mysql2.statement': ['query', 'id', 'parameters', 'columns'],
  'mysql2.command': ['then', 'catch', 'values'],
  'mysql2.promiseConnection': ['createBinlogStream', 'close', 'connection'],
  'mysql2.promisePoolConnection': ['createBinlogStream', 'close'],
  'mysql2.promiseCluster': ['remove'],
  'mysql2.promiseStatement': ['statement'],
  'neon.transaction': ['transaction'],
  'neon.connection': ['ref', 'unref', 'processID'],
  // The class of a pooled client is Client, which has them; its type does not say so.
  'neon.client': ['ref', 'unref', 'user', 'database', 'host', 'port', 'processID', 'ssl', 'connection'],
  'oracledb.connection': [
    ...['on', ...emitter, 'breakExecution', 'tpcBegin', 'tpcCommit', 'tpcEnd', 'tpcForget', 'tpcPrepare', 'tpcRecover', 'tpcRollback'],
    ...['externalName', 'internalName', 'isCompressionEnabled'],
  ],
  'oracledb.pool': [
    ...['on', ...emitter, 'setAccessToken', 'connectString', 'connectTraceConfig', 'edition', 'enableStatistics', 'events', 'externalAuth'],
    ...['homogeneous', 'queueMax', 'sessionCallback', 'sodaMetaDataCache', 'thin', 'user'],
  ],
  'pg.connection': ['ref', 'unref', 'processID'],
  'pg.client': ['ref', 'unref', 'processID'],
  'pg-promise.result': ['oid'],
  'postgres.sql': ['close'],
  // values() and raw() are typed as giving a query without these two; it is the same object, which has them.
  'postgres.shapedQuery': ['values', 'raw'],
  'sqlite3.cachedConnection': ['map', 'backup', 'filename', 'mode', 'open'],
  'sqlite3.connection': ['map', 'backup', 'filename', 'mode', 'open'],
  // The last two are properties of the statement once it has run.
  'sqlite3.statement': ['map', 'sql', 'lastID', 'changes'],
  'vercel-postgres.pool': ['expiredCount', 'ending', 'ended', 'options'],
  'vercel-postgres.connection': ['ref', 'unref', 'processID', 'connection'],
  'vercel-postgres.client': ['ref', 'unref', 'user', 'database', 'host', 'port', 'processID', 'ssl', 'connection'],
};

const javascriptDrivers = drivers.filter((driver) => driver.language === 'javascript');
const load = createRequire(join(realFolder, 'package.json'));
const moduleEntries = javascriptDrivers.flatMap((driver) => Object.entries(driver.modules)).filter(([specifier]) => !Object.hasOwn(notLoaded, specifier));
const seenExports = exportsOf(Object.fromEntries(moduleEntries.map(([specifier, facts]) => [specifier, namesToFind(facts)])));

describe.each(javascriptDrivers.map((driver) => [driver.id, driver] as const))('%s', (_, driver) => {
  test('every type and every member in its facts stands in the published typings', () => {
    expect(findTypingComplaints([driver], untypedMembers)).toEqual([]);
  });

  const modules = Object.entries(driver.modules).filter(([specifier]) => !Object.hasOwn(notLoaded, specifier));
  for (const [specifier, facts] of modules) {
    const reason = whyNotLoadable(specifier);
    const title = `${specifier} exports what the facts say, in both module systems`;
    test.skipIf(reason !== null)(reason === null ? title : `${title} (skipped: ${reason})`, () => {
      expect(seenExports[specifier]).toEqual({
        required: facts.commonjs === 'default' ? 'function' : 'object',
        names: namesToFind(facts),
        imported: facts.default === undefined ? expect.any(String) : kindOf(facts.default),
      });
    });
  }

  const packages = Object.entries(driver.measured).filter(([name]) => !runTimes.includes(name));
  test.each(packages)('%s is installed in the version that the facts were measured with: %s', (name, version) => {
    const manifest: { readonly version: string } = load(join(realFolder, 'node_modules', name, 'package.json'));
    expect(manifest.version).toBe(version);
  });
});

test('a handle without types is in the list of exceptions, and the list has no others', () => {
  expect([...handlesWithoutTypes(drivers)].sort()).toEqual(Object.keys(withoutTypings).sort());
});

test('the list of what cannot be loaded names only modules of the facts', () => {
  expect(Object.keys(notLoaded).filter((specifier) => !drivers.some((driver) => Object.hasOwn(driver.modules, specifier)))).toEqual([]);
});

test('the list of untyped members names only handles of the facts', () => {
  const handles = drivers.flatMap((driver) => Object.keys(driver.handles).map((handle) => `${driver.id}.${handle}`));
  expect(Object.keys(untypedMembers).filter((name) => !handles.includes(name))).toEqual([]);
});

describe('the comparison sees what is wrong', () => {
  test('an invented member', () => {
    expect(findTypingComplaints([withHandle({ pg: ['Pool'] }, ['query', 'querry', 'totalCount'])])).toEqual([
      'invented, handle "pool": no type of it has a member "querry"',
    ]);
  });

  test('a member that only another type of the handle has', () => {
    expect(findTypingComplaints([withHandle({ pg: ['ClientBase'] }, ['release'])])).toEqual([
      'invented, handle "pool": no type of it has a member "release"',
    ]);
    expect(findTypingComplaints([withHandle({ pg: ['ClientBase', 'PoolClient'] }, ['release'])])).toEqual([]);
  });

  test('a member called untyped that the typings have', () => {
    expect(findTypingComplaints([withHandle({ pg: ['Pool'] }, ['query', 'hidden'])], { 'invented.pool': ['query', 'hidden'] })).toEqual([
      'invented, handle "pool": "query" is called untyped, but is typed or no member at all',
    ]);
  });

  test('a type that the module does not export, and a module that does not exist', () => {
    expect(findTypingComplaints([withHandle({ pg: ['Pool', 'Swimmer'], 'no-such-module': ['Pool'] }, ['query'])])).toEqual([
      `invented, handle "pool": 'pg' exports no type "Swimmer"`,
      `invented, handle "pool": 'no-such-module' exports no type "Pool"`,
    ]);
  });

  test('a value that is no type', () => {
    expect(findTypingComplaints([withHandle({ pg: ['types'] }, [])])).toEqual([`invented, handle "pool": 'pg' exports no type "types"`]);
  });

  test('a handle with members and no type', () => {
    expect(handlesWithoutTypes([withHandle({}, ['query'])])).toEqual(['invented.pool']);
  });
});

/** Where the module is the default export, its named exports are for TypeScript's eyes alone. */
function namesToFind({ commonjs, named }: ModuleFacts): readonly string[] {
  return commonjs === 'default' ? [] : Object.keys(named);
}

function kindOf(facts: ExportFacts): 'object' | 'function' {
  return facts.is === 'namespace' ? 'object' : 'function';
}

function withHandle(types: Readonly<Record<string, readonly string[]>>, members: readonly string[]): Driver {
  return {
    id: 'invented',
    title: 'Invented',
    language: 'javascript',
    dialect: 'postgres',
    packages: [],
    measured: {},
    modules: {},
    handles: {
      pool: { role: 'pool', title: 'pool', types, members: Object.fromEntries(members.map((name) => [name, { does: 'other' } as const])) },
    },
    placeholders: {},
  };
}
