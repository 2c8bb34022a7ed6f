import { createRequire, isBuiltin } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { drivers } from '../../src/facts/drivers/index.js';
import type { Driver, ExportFacts } from '../../src/facts/schema.js';
import { realFolder } from './install.js';
import { findTypingComplaints, handlesWithoutTypes, type UntypedMembers } from './typings.js';

/** Handles with members that have no published type of their own, and why. */
const withoutTypings: Readonly<Record<string, string>> = {
  'better-sqlite3.boundStatement': 'bind() is typed as giving the statement itself, which handle "statement" covers',
  'better-sqlite3.shapedStatement': 'pluck() and its like are typed as giving the statement itself',
  'better-sqlite3.boundShapedStatement': 'both of these',
  'mysql2.result': 'typed as a tuple, which has no name',
  'neon.sql': 'what neon() gives is one generic type for all its modes, which handle "configuredSql" covers',
  'neon.query': 'a generic type again, which handle "configuredQuery" covers',
  'vercel-postgres.sql': 'typed in place, as VercelPool with the call of a tag; handle "pool" covers its members',
  'pglite.results': 'an array of results, which has no name',
  'pg-promise.transaction': 'typed as a task, which handle "task" covers',
};

const mysqlProtocol = [
  ...['createBinlogStream', 'close', 'write', 'writeColumns', 'writeTextRow', 'writeBinaryRow', 'addCommand', 'handlePacket'],
  ...['protocolError', 'startTLS', 'raw', 'stream', 'fatalError', 'packetParser', 'connectTimeout', 'compressedSequenceId'],
  ...['serverCapabilityFlags', 'serverEncoding', 'clientEncoding'],
];

/** Seen at run time, with the versions in package.json, on a connection to a server; the typings are incomplete here. */
const untypedMembers: UntypedMembers = {
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
  'pg.connection': ['ref', 'unref', 'processID'],
  'pg.client': ['ref', 'unref', 'processID'],
  'pg-promise.result': ['oid'],
  'postgres.sql': ['close'],
  // values() and raw() are typed as giving a query without these two; it is the same object, which has them.
  'postgres.shapedQuery': ['values', 'raw'],
  'vercel-postgres.pool': ['expiredCount', 'ending', 'ended', 'options'],
  'vercel-postgres.connection': ['ref', 'unref', 'processID', 'connection'],
  'vercel-postgres.client': ['ref', 'unref', 'user', 'database', 'host', 'port', 'processID', 'ssl', 'connection'],
};

const javascriptDrivers = drivers.filter((driver) => driver.language === 'javascript');
const load = createRequire(join(realFolder, 'package.json'));

describe.each(javascriptDrivers.map((driver) => [driver.id, driver] as const))('%s', (_, driver) => {
  test('every type and every member in its facts stands in the published typings', () => {
    expect(findTypingComplaints([driver], untypedMembers)).toEqual([]);
  });

  const modules = Object.entries(driver.modules).filter(([specifier]) => isInstalled(specifier));
  test.each(modules)('%s exports what the facts say, in both module systems', async (specifier, facts) => {
    const required: unknown = load(specifier);
    const imported: { readonly default?: unknown } = await import(urlOf(specifier));
    if (facts.default !== undefined) expect(imported.default, `default export of ${specifier}`).toBeTypeOf(kindOf(facts.default));
    if (facts.commonjs === 'default') expect(required, `require('${specifier}')`).toBeTypeOf('function');
    else for (const name of Object.keys(facts.named)) expect(required, `require('${specifier}')`).toHaveProperty(name);
  });

  const packages = Object.entries(driver.measured).filter(([name]) => name !== 'node');
  test.each(packages)('%s is installed in the version that the facts were measured with: %s', (name, version) => {
    const manifest: { readonly version: string } = load(join(realFolder, 'node_modules', name, 'package.json'));
    expect(manifest.version).toBe(version);
  });
});

test('a handle without types is in the list of exceptions, and the list has no others', () => {
  expect([...handlesWithoutTypes(drivers)].sort()).toEqual(Object.keys(withoutTypings).sort());
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

/** False for a module of Node itself that this Node does not have yet, such as node:sqlite before 22.5. */
function isInstalled(specifier: string): boolean {
  return !specifier.startsWith('node:') || isBuiltin(specifier);
}

function urlOf(specifier: string): string {
  return isBuiltin(specifier) ? specifier : pathToFileURL(load.resolve(specifier)).href;
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
