/** What the settings declare of modules and receivers, and where the code has the last word. */
import { describe, expect, it } from 'vitest';
import { probe } from './probe.js';
import { probeProject, type Files } from './project-files.js';

const modules = {
  '@acme/db': {
    pool: 'pg.Pool',
    query: 'pg.Pool.query',
    sql: 'postgres.Sql',
    'getPool()': 'pg.Pool',
    'clients.main': 'pg.PoolClient',
    "get('reporting')": 'mysql2/promise.Pool',
    Database: 'pg.Pool',
    knex: 'knex.Knex on postgres',
  },
  '@acme/default': { default: 'pg.Pool' },
  '@/lib/db': { db: 'pg.Pool' },
};
const receivers = {
  'ctx.db': 'pg.Pool',
  'this.db': 'pg.Pool',
  db: 'pg.Pool',
  'getDb()': 'pg.Pool',
  "c.get('db')": 'pg.Pool',
  'app.locals.db': 'pg.Pool',
  'globalThis.store': 'pg.Pool',
};

type Row = readonly [name: string, expected: string, code: string];

const ofModules: readonly Row[] = [
  ['named import', 'pg.pool', "import { pool } from '@acme/db'; probe(pool);"],
  ['renamed import', 'pg.pool', "import { pool as p } from '@acme/db'; probe(p);"],
  ['another driver of the same module', 'postgres.sql', "import { sql } from '@acme/db'; probe(sql);"],
  ['on a server', 'knex.postgresKnex', "import { knex } from '@acme/db'; probe(knex);"],
  ['namespace import', 'pg.pool', "import * as acme from '@acme/db'; probe(acme.pool);"],
  ['default import of what was written for CommonJS', 'pg.pool', "import acme from '@acme/db'; probe(acme.pool);"],
  ['default export', 'pg.pool', "import pool from '@acme/default'; probe(pool);"],
  ['require', 'pg.pool', "const { pool } = require('@acme/db'); probe(pool);"],
  ['require in place', 'pg.pool', "probe(require('@acme/db').pool);"],
  ['require of a default export', 'pg.pool', "const pool = require('@acme/default'); probe(pool);"],
  ['dynamic import', 'pg.pool', "const { pool } = await import('@acme/db'); probe(pool);"],
  ['an alias of the project', 'pg.pool', "import { db } from '@/lib/db'; probe(db);"],
  ['a method', 'pg.pool.query', "import { query } from '@acme/db'; probe(query);"],
  ['what a method gives', 'promise pg.result', "import { query } from '@acme/db'; probe(query('select 1'));"],
  ['the rows of what a method gives', 'pg.rows', "import { query } from '@acme/db'; const { rows } = await query('select 1'); probe(rows);"],
  ['a function that gives it', 'pg.pool', "import { getPool } from '@acme/db'; probe(getPool());"],
  ['a function that gives it, whatever is passed', 'pg.pool', "import { getPool } from '@acme/db'; probe(getPool(tenant));"],
  ['a function that gives it in a promise', 'pg.pool', "import { getPool } from '@acme/db'; const pool = await getPool(); probe(pool);"],
  ['a function with a certain argument', 'mysql2.promisePool', "import { get } from '@acme/db'; probe(get('reporting'));"],
  ['a function with another argument', 'unknown', "import { get } from '@acme/db'; probe(get('mails'));"],
  ['the function itself', 'declared', "import { getPool } from '@acme/db'; probe(getPool);"],
  ['a property', 'pg.client', "import { clients } from '@acme/db'; probe(clients.main);"],
  ['another property', 'unknown', "import { clients } from '@acme/db'; probe(clients.other);"],
  ['a new instance', 'pg.pool', "import { Database } from '@acme/db'; probe(new Database());"],
  ['checked out of it', 'pg.client', "import { pool } from '@acme/db'; const client = await pool.connect(); probe(client);"],
  ['passed on', 'pg.pool', "import { pool } from '@acme/db'; function find(db) { probe(db); } find(pool);"],
  ['an export that is not declared', 'unknown', "import { other } from '@acme/db'; probe(other);"],
  ['a module that is not declared', 'unknown', "import { pool } from '@acme/else'; probe(pool);"],
  ['a path below the module', 'unknown', "import { pool } from '@acme/db/test'; probe(pool);"],
  ['a shadowed name', 'unknown', "import { pool } from '@acme/db'; function f(pool) { probe(pool); }"],
  ['a require of somebody else', 'unknown', "function f(require) { const { pool } = require('@acme/db'); probe(pool); }"],
];

const ofReceivers: readonly Row[] = [
  ['a property', 'pg.pool', 'function f(ctx) { probe(ctx.db); }'],
  ['a property in brackets', 'pg.pool', "function f(ctx) { probe(ctx['db']); }"],
  ['an optional property', 'pg.pool', 'function f(ctx) { probe(ctx?.db); }'],
  ['a property of this', 'pg.pool', 'class Repo { find() { probe(this.db); } }'],
  ['a property of this outside of a class', 'pg.pool', 'Repo.prototype.find = function () { probe(this.db); };'],
  ['a variable', 'pg.pool', 'function f(db) { probe(db); }'],
  ['a global variable', 'pg.pool', 'probe(db);'],
  ['an import that nobody can follow', 'pg.pool', "import { db } from 'somewhere'; probe(db);"],
  ['what a function gives', 'pg.pool', 'probe(getDb());'],
  ['what a function gives in a promise', 'pg.pool', 'const x = await getDb(); probe(x);'],
  ['what a method gives', 'pg.pool', "function f(c) { probe(c.get('db')); }"],
  ['what a method gives for something else', 'unknown', "function f(c) { probe(c.get('log')); }"],
  ['a longer path', 'pg.pool', 'function f(app) { probe(app.locals.db); }'],
  ['a property of the global object', 'pg.pool', 'probe(globalThis.store);'],
  ['taken out', 'pg.pool', 'function f(ctx) { const { db: pool } = ctx; probe(pool); }'],
  ['taken out of what is taken out', 'pg.pool', 'function f(app) { const { locals } = app; probe(locals.db); }'],
  ['taken out of a parameter', 'pg.pool', 'function f({ ctx: { db: pool } }) { probe(pool); }'],
  ['under another name', 'pg.pool', 'function f(ctx) { const pool = ctx.db; probe(pool); }'],
  ['of something under another name', 'pg.pool', 'function f(ctx) { const c = ctx; probe(c.db); }'],
  ['passed on', 'pg.pool', 'function f(ctx) { g(ctx.db); } function g(x) { probe(x); }'],
  ['checked out of it', 'pg.client', 'async function f(ctx) { const client = await ctx.db.connect(); probe(client); }'],
  ['declared without a value', 'pg.pool', 'let db; function set(x) { db = x; } probe(db);'],
  ['set to null first', 'pg.pool', 'let db = null; function set(x) { db = x; } probe(db);'],
  ['taken out of a query', 'pg.rows', "async function f(ctx) { const { rows } = await ctx.db.query('select 1'); probe(rows); }"],
  // Written in another way.
  ['the last part of a longer path', 'unknown', 'function f(req) { probe(req.ctx.db); }'],
  ['the first part of the path', 'unknown', 'function f(ctx) { probe(ctx); }'],
  ['a property of it', 'unknown', 'function f(ctx) { probe(ctx.db.other); }'],
  ['another name', 'unknown', 'function f(context) { probe(context.db); }'],
  ['a computed property', 'unknown', 'function f(ctx) { probe(ctx[db2]); }'],
  ['a variable with two values', 'unknown', 'function f(ctx, other) { let pool = ctx.x; pool = other; probe(pool); }'],
  ['another function of the name', 'unknown', 'function f(x) { probe(x.getDb()); }'],
  // The code tells otherwise.
  ['another driver', 'postgres.sql', "import postgres from 'postgres'; const db = postgres(); probe(db);"],
  ['a list', 'unknown', 'const db = []; probe(db);'],
  ['a text', 'unknown', "const db = 'users.sqlite'; probe(db);"],
  ['a map', 'unknown', 'const db = new Map(); probe(db);'],
  ['a map under another name', 'unknown', 'const users = new Map(); const db = users; probe(db);'],
  ['a map in place of nothing', 'unknown', 'function f(x) { const db = x.db ?? new Map(); probe(db); }'],
  ['an instance of a class of a package', 'unknown', "import { Client } from 'cassandra-driver'; const db = new Client(); probe(db);"],
  ['an instance of a class of a package, by require', 'unknown', "const cassandra = require('cassandra-driver'); const db = new cassandra.Client(); probe(db);"],
  ['an instance of a class of another module of the project', 'pg.pool', "import { Db } from './db.js'; const db = new Db(); probe(db);"],
  ['a function', 'function', 'function db() {} probe(db);'],
  ['an object of this file', 'object', 'const db = { query() {} }; probe(db);'],
  ['an instance of a class of this file', 'instance', 'class Db { query() {} } const db = new Db(); probe(db);'],
  ['a property of an object of this file', 'unknown', 'const ctx = { db: new Map() }; probe(ctx.db);'],
  ['a field', 'unknown', 'class Repo { db = new Map(); find() { probe(this.db); } }'],
  ['a field that is set in the constructor', 'unknown', 'class Repo { constructor() { this.db = []; } find() { probe(this.db); } }'],
  ['a pool or something else', 'unknown', "import { Pool } from 'pg'; let db = new Pool(); db = makeOther(); probe(db);"],
  ['pools of two drivers', 'unknown', "import pg from 'pg'; import postgres from 'postgres'; const db = test ? new pg.Pool() : postgres(); probe(db);"],
  ['an error', 'unknown', 'try { f(); } catch (db) { probe(db); }'],
  ['what a query gives', 'unknown', "import { Pool } from 'pg'; const pool = new Pool(); const ctx = pool; probe(ctx.db);"],
  // In a circle.
  ['names that stand for each other', 'unknown', 'const a = b; const b = a; probe(a.db);'],
  ['a function that calls itself', 'pg.pool', 'function getDb() { return getDb(); } probe(getDb());'],
];

const ofTypes: readonly Row[] = [
  ['an imported class as a type', 'pg.pool', "import type { Database } from '@acme/db'; function f(x: Database) { probe(x); }"],
  ['an injected class', 'pg.pool', "import { Database } from '@acme/db'; class Repo { constructor(private readonly store: Database) {} find() { probe(this.store); } }"],
  ['a class in a namespace', 'pg.pool', "import * as acme from '@acme/db'; function f(x: acme.Database) { probe(x); }"],
  ['the type of a value', 'pg.pool', "import { pool } from '@acme/db'; function f(x: typeof pool) { probe(x); }"],
  ['a type of another module of the project', 'pg.pool', "import type { Db } from '@/types'; function f(db: Db) { probe(db); }"],
  ['a type of a package', 'unknown', "import type { AcmeDb } from '@acme/types'; function f(db: AcmeDb) { probe(db); }"],
  ['a type in a namespace of a package', 'unknown', "import type * as acme from '@acme/types'; function f(db: acme.Db) { probe(db); }"],
  ['a field with the type of a package', 'unknown', "import { QdrantClient } from '@qdrant/js-client-rest'; class Store { db: QdrantClient; find() { probe(this.db); } }"],
  ['any', 'pg.pool', 'function f(db: any) { probe(db); }'],
  ['a property of a type that is not known', 'pg.pool', "import type { Context } from './context'; function f(ctx: Context) { probe(ctx.db!); }"],
  ['a property of a type of this file', 'pg.pool', "import type { Db } from './db'; interface Context { db: Db } function f(ctx: Context) { probe(ctx.db); }"],
  ['a field of a type that is not known', 'pg.pool', "import type { Db } from './db'; class Repo { private db!: Db; find() { probe(this.db); } }"],
  ['in any', 'pg.pool', 'function f(ctx: unknown) { probe((ctx as any).db); }'],
  ['another driver by its type', 'postgres.sql', "import type { Sql } from 'postgres'; function f(db: Sql) { probe(db); }"],
  ['a map by its type', 'unknown', 'function f(db: Map<string, string>) { probe(db); }'],
  ['a type of the platform', 'unknown', 'function f(db: D1Database) { probe(db); }'],
  ['a list by its type', 'unknown', 'function f(db: string[]) { probe(db); }'],
  ['a map in a type of this file', 'unknown', 'interface Context { db: Map<string, string> } function f(ctx: Context) { probe(ctx.db); }'],
  ['a field with the type of a map', 'unknown', 'class Repo { db!: Map<string, string>; find() { probe(this.db); } }'],
  ['an object type of this file', 'typed', 'interface Db { query(text: string): Promise<string[]> } function f(db: Db) { probe(db); }'],
  ['an enumeration', 'unknown', 'enum db { a } probe(db);'],
];

describe.each(['js', 'ts', 'oxc'] as const)('parsed as %s', (parser) => {
  it.each([...ofModules, ...ofReceivers, ...(parser === 'js' ? [] : ofTypes)].filter(([, , code]) => parser !== 'js' || !code.includes('enum')))('%s is %s', (_, expected, code) => {
    expect(probe(code, parser, { modules, receivers: ofModules.some(([, , other]) => other === code) ? {} : receivers })).toBe(expected);
  });
});

it('nothing is declared without settings', () => {
  for (const [, , code] of ofModules) expect(probe(code, 'js')).toMatch(/^unknown$/);
});

describe('in a project', () => {
  const settings = { modules: { '@acme/db': { pool: 'pg.Pool', Database: 'pg.Pool', query: 'pg.Pool.query' }, './store.js': { store: 'pg.Pool' } }, receivers: { 'ctx.db': 'pg.Pool' } };
  const bare = { 'package.json': '{}' };
  it.each<readonly [name: string, expected: string, files: Files]>([
    ['exported on', 'pg.pool, settings', { 'db.js': "export { pool } from '@acme/db';", 'main.js': "import { pool } from './db.js'; probe(pool);" }],
    ['exported on by two', 'pg.pool, settings', { 'db.js': "export * from '@acme/db';", 'index.js': "export * from './db.js';", 'main.js': "import { pool } from './index.js'; probe(pool);" }],
    ['exported on by CommonJS', 'pg.pool, settings', { 'db.js': "const { pool } = require('@acme/db'); module.exports = { pool };", 'main.js': "const { pool } = require('./db.js'); probe(pool);" }],
    ['exported on as a type', 'pg.pool, settings', { 'types.ts': "export type { Database } from '@acme/db';", 'main.ts': "import type { Database } from './types'; export function f(x: Database) { probe(x); }" }],
    ['in a function of another file', 'pg.pool, settings', { 'db.js': "import { pool } from '@acme/db'; export const getPool = () => pool;", 'main.js': "import { getPool } from './db.js'; probe(getPool());" }],
    ['passed by a caller in another file', 'pg.pool, importer', { 'main.js': 'export function find(x) { probe(x); }', 'app.js': "import { pool } from '@acme/db'; import { find } from './main.js'; find(pool);" }],
    ['a receiver in another file', 'pg.pool, settings', { 'db.js': 'export const poolOf = (ctx) => ctx.db;', 'main.js': "import { poolOf } from './db.js'; probe(poolOf({}));" }],
    // A module of the project counts for what nothing is declared of.
    ['what is declared of a module of the project', 'pg.pool, settings', { 'store.js': 'export const store = connect(); export const other = 1;', 'main.js': "import { store } from './store.js'; probe(store);" }],
    ['what is not declared of it', 'pg.connection, module', { 'store.js': "import { Client } from 'pg'; export const store = connect(); export const client = new Client();", 'main.js': "import { client } from './store.js'; probe(client);" }],
    ['what a module of the project holds counts more than a name', 'postgres.sql, module', { 'db.js': "import postgres from 'postgres'; export const db = postgres();", 'main.js': "import { db } from './db.js'; const ctx = { db }; probe(ctx.db);" }],
  ])('%s is %s', (_, expected, files) => {
    expect(probeProject({ ...bare, ...files }, 'main.ts' in files ? 'main.ts' : 'main.js', settings)).toBe(expected);
  });
});
