/** Parameters without a type: what all callers in the package pass. */
import { describe, expect, it } from 'vitest';
import { probeProject, type Files } from './project-files.js';

const DB = { 'db.js': "const { Pool } = require('pg');\nexports.pool = new Pool();\n" };
const FIND = 'function find(client, id) { probe(client); }';

type Case = readonly [name: string, expected: string, files: Files];

/** The probe stands in `users.js`. */
const cases: readonly Case[] = [
  ['a function that one file calls', 'pg.pool, importer', { ...DB, 'users.js': `exports.find = ${FIND};`, 'main.js': "const { pool } = require('./db'); require('./users').find(pool, 1);" }],
  ['an exported function of a module', 'pg.pool, importer', { ...DB, 'users.js': `export ${FIND}`, 'main.js': "import { pool } from './db'; import { find } from './users'; find(pool, 1);" }],
  ['a function in an exported list', 'pg.pool, importer', { ...DB, 'users.js': `${FIND} export { find as findUser };`, 'main.js': "import { pool } from './db'; import { findUser } from './users'; findUser(pool, 1);" }],
  ['a default export', 'pg.pool, importer', { ...DB, 'users.js': `export default ${FIND}`, 'main.js': "import { pool } from './db'; import find from './users'; find(pool, 1);" }],
  ['an arrow in a constant', 'pg.pool, importer', { ...DB, 'users.js': 'export const find = async (client, id) => { probe(client); };', 'main.js': "import { pool } from './db'; import * as users from './users'; users.find(pool, 1);" }],
  ['a method of an exported object', 'pg.pool, importer', { ...DB, 'users.js': `module.exports = { async find(client) { probe(client); } };`, 'main.js': "const { pool } = require('./db'); const users = require('./users'); users.find(pool);" }],
  ['a method of an object in a constant', 'pg.pool, importer', { ...DB, 'users.js': `export const users = { find: (client) => { probe(client); } };`, 'main.js': "import { pool } from './db'; import { users } from './users'; users.find(pool);" }],
  ['a function that is exported on', 'pg.pool, importer', { ...DB, 'users.js': `export ${FIND}`, 'index.js': "export * from './users';", 'main.js': "import { pool } from './db'; import { find } from './index'; find(pool, 1);" }],
  ['a client that is checked out', 'pg.client, importer', { ...DB, 'users.js': `export ${FIND}`, 'main.js': "import { pool } from './db'; import { find } from './users'; const client = await pool.connect(); await find(client, 1);" }],
  ['callers that pass the parameter on', 'pg.pool, importer', { ...DB, 'users.js': `export ${FIND}`, 'service.js': "import { find } from './users'; export const get = (db, id) => find(db, id);", 'main.js': "import { pool } from './db'; import { get } from './service'; get(pool, 1);" }],
  ['a pool here and a client there', 'pg.pool?, importer', { ...DB, 'users.js': `export ${FIND}`, 'main.js': "import { pool } from './db'; import { find } from './users'; find(pool, 1);", 'other.js': "import { pool } from './db'; import { find } from './users'; const client = await pool.connect(); find(client, 1);" }],
  ['the constructor of a class', 'pg.pool, importer', { ...DB, 'users.js': 'export class Users { constructor(db) { this.db = db; } find() { probe(this.db); } }', 'main.js': "import { pool } from './db'; import { Users } from './users'; export const users = new Users(pool);" }],
  ['the constructor of a base class', 'pg.pool, importer', { ...DB, 'users.js': 'export class Base { constructor(db) { this.db = db; } find() { probe(this.db); } }', 'main.js': "import { pool } from './db'; import { Base } from './users'; class Users extends Base { constructor() { super(pool); } }" }],
  ['a property of what is passed', 'pg.pool, module', { ...DB, 'users.js': 'export function find({ db }) { probe(db); }', 'main.js': "import { pool } from './db'; import { find } from './users'; find({ db: pool });" }],
  ['a method, called on what is known to have it', 'pg.pool, importer', { ...DB, 'users.js': 'export class Users { find(db) { probe(db); } }', 'main.js': "import { pool } from './db'; import { Users } from './users'; new Users().find(pool);" }],
  ['a method, also called on what nobody knows', 'pg.pool?, importer', { ...DB, 'users.js': 'export class Users { find(db) { probe(db); } }', 'main.js': "import { pool } from './db'; import { Users } from './users'; new Users().find(pool); list.find(other);" }],
  ['callers in tests do not count', 'pg.pool, importer', { ...DB, 'users.js': `export ${FIND}`, 'main.js': "import { pool } from './db'; import { find } from './users'; find(pool, 1);", 'tests/users.test.js': "import { find } from '../users'; find({ query() {} }, 1);" }],
  ['a caller in the file itself', 'pg.pool, importer', { ...DB, 'users.js': `import { pool } from './db'; export ${FIND} find(pool, 1);`, 'main.js': "import { pool } from './db'; import { find } from './users'; find(pool, 1);" }],
  ['one caller that passes what nobody knows', 'unknown', { ...DB, 'users.js': `export ${FIND}`, 'main.js': "import { pool } from './db'; import { find } from './users'; find(pool, 1);", 'other.js': "import { find } from './users'; export const go = (request) => find(request.db, 1);" }],
  ['a caller with a spread', 'unknown', { ...DB, 'users.js': `export ${FIND}`, 'main.js': "import { pool } from './db'; import { find } from './users'; find(...[pool, 1]);" }],
  ['a function that is handed on', 'unknown', { ...DB, 'users.js': `export ${FIND}`, 'main.js': "import { pool } from './db'; import { find } from './users'; find(pool, 1); register(find);" }],
  ['an object that is handed on', 'unknown', { ...DB, 'users.js': `export ${FIND}`, 'main.js': "import { pool } from './db'; import * as users from './users'; users.find(pool, 1); register(users);" }],
  ['a class that is handed on', 'unknown', { ...DB, 'users.js': 'export class Users { constructor(db) { this.db = db; } find() { probe(this.db); } }', 'main.js': "import { pool } from './db'; import { Users } from './users'; new Users(pool); container.register(Users);" }],
  ['a function that is assigned anew', 'unknown', { ...DB, 'users.js': `${FIND} find = wrap(find); export { find };`, 'main.js': "import { pool } from './db'; import { find } from './users'; find(pool, 1);" }],
  ['nobody calls it', 'unknown', { ...DB, 'users.js': `export ${FIND}`, 'main.js': "import { find } from './users';" }],
  ['functions that call each other', 'unknown', { ...DB, 'users.js': `import { get } from './service'; export function find(client) { probe(client); get(client); }`, 'service.js': "import { find } from './users'; export function get(db) { find(db); }" }],
  ['a callback of a function elsewhere', 'pg.client, module', { ...DB, 'with-client.js': "import { pool } from './db'; export async function withClient(run) { const client = await pool.connect(); try { return await run(client); } finally { client.release(); } }", 'users.js': "import { withClient } from './with-client'; withClient(async (client) => { probe(client); });" }],
  ['a callback with a type elsewhere', 'pg.client, annotation', { 'with-client.ts': "import type { PoolClient } from 'pg'; export declare const other: unknown; export function withClient(run: (client: PoolClient) => Promise<void>) {}", 'users.js': "import { withClient } from './with-client'; withClient(async (client) => { probe(client); });" }],
  ['a callback of a function that gets the pool', 'pg.client, module', { ...DB, 'with-client.js': "export async function withClient(pool, run) { const client = await pool.connect(); return run(client); }", 'other.js': "import { withClient } from './with-client'; export const go = (app) => withClient(app.pool, (client) => client.query('select 1'));", 'users.js': "import { pool } from './db'; import { withClient } from './with-client'; withClient(pool, async (client) => { probe(client); });" }],
  ['what a function makes of what it gets', 'pg.pool, module', { ...DB, 'store.js': 'export const store = (pool) => ({ pool, all: () => pool.query(text) });', 'other.js': "import { store } from './store'; export const go = (app) => store(app.pool);", 'users.js': "import { pool } from './db'; import { store } from './store'; probe(store(pool).pool);" }],
  ['an instance of a class that others make otherwise', 'pg.pool, module', { ...DB, 'store.js': 'export class Store { constructor(pool) { this.pool = pool; } all() { return this.pool.query(text); } }', 'other.js': "import { Store } from './store'; export const go = (app) => new Store(app.pool);", 'users.js': "import { pool } from './db'; import { Store } from './store'; probe(new Store(pool).pool);" }],
  ['calls in calls without end', 'unknown', { ...DB, 'users.js': "import { pool } from './db'; function again(pool, run) { return again(pool, (client) => run(client)); } again(pool, (client) => { probe(client); });" }],
];

describe('what callers pass', () => {
  it.each(cases)('%s: %s', (_, expected, files) => {
    expect(probeProject(files, 'users.js')).toBe(expected);
  });
});
