/** Handles that come from other modules of the project, in every form of import and export. */
import { describe, expect, it } from 'vitest';
import { probeProject, type Files } from './project-files.js';

const POOL = "import { Pool } from 'pg';\nexport const pool = new Pool();\n";
const COMMONJS_POOL = "const { Pool } = require('pg');\nconst pool = new Pool();\n";

/** The case, the value expected, the files, the file with the probe (`main.ts` unless it says otherwise). */
type Case = readonly [name: string, expected: string, files: Files, path?: string];

const esm: readonly Case[] = [
  ['a named export', 'pg.pool, module', { 'db.ts': POOL, 'main.ts': "import { pool } from './db'; probe(pool);" }],
  ['a named export under another name', 'pg.pool, module', { 'db.ts': POOL, 'main.ts': "import { pool as db } from './db'; probe(db);" }],
  ['an export under another name', 'pg.pool, module', { 'db.ts': `${POOL}export { pool as db };`, 'main.ts': "import { db } from './db'; probe(db);" }],
  ['an export under a string', 'pg.pool, module', { 'db.ts': `${POOL}export { pool as 'the pool' };`, 'main.ts': "import { 'the pool' as db } from './db'; probe(db);" }],
  ['a default export of a variable', 'pg.pool, module', { 'db.ts': `${POOL}export default pool;`, 'main.ts': "import db from './db'; probe(db);" }],
  ['a default export of an expression', 'pg.pool, module', { 'db.ts': "import { Pool } from 'pg'; export default new Pool();", 'main.ts': "import db from './db'; probe(db);" }],
  ['a default export of an object', 'pg.pool, module', { 'db.ts': `${POOL}export default { pool };`, 'main.ts': "import db from './db'; probe(db.pool);" }],
  ['`default` as a name', 'pg.pool, module', { 'db.ts': `${POOL}export { pool as default };`, 'main.ts': "import { default as db } from './db'; probe(db);" }],
  ['a namespace', 'pg.pool, module', { 'db.ts': POOL, 'main.ts': "import * as db from './db'; probe(db.pool);" }],
  ['a re-export', 'pg.pool, module', { 'db.ts': POOL, 'index.ts': "export { pool } from './db';", 'main.ts': "import { pool } from './index'; probe(pool);" }],
  ['a re-export of the default', 'pg.pool, module', { 'db.ts': `${POOL}export default pool;`, 'index.ts': "export { default as pool } from './db';", 'main.ts': "import { pool } from '.'; probe(pool);" }],
  ['a re-export of everything', 'pg.pool, module', { 'db.ts': POOL, 'index.ts': "export * from './other'; export * from './db';", 'other.ts': 'export const one = 1;', 'main.ts': "import { pool } from './index'; probe(pool);" }],
  ['a re-export as a namespace', 'pg.pool, module', { 'db.ts': POOL, 'index.ts': "export * as db from './db';", 'main.ts': "import { db } from './index'; probe(db.pool);" }],
  ['an import that is exported on', 'pg.pool, module', { 'db.ts': POOL, 'index.ts': "import { pool } from './db'; export { pool };", 'main.ts': "import { pool } from './index'; probe(pool);" }],
  ['modules in a circle', 'unknown', { 'a.ts': "export * from './b';", 'b.ts': "export * from './a'; import 'pg';", 'main.ts': "import { pool } from './a'; probe(pool);" }],
  ['a module that imports the one that asks', 'pg.pool, module', { 'db.ts': `import './main'; ${POOL}`, 'main.ts': "import { pool } from './db'; probe(pool);" }],
  ['a dynamic import', 'pg.pool, module', { 'db.ts': POOL, 'main.ts': "const { pool } = await import('./db'); probe(pool);" }],
  ['a dynamic import of what nobody can tell', 'unknown', { 'db.ts': POOL, 'main.ts': "const { pool } = await import(name); probe(pool);" }],
  ['a pool that is made lazily', 'pg.pool, module', { 'db.ts': "import { Pool } from 'pg'; let pool; export function getPool() { pool ??= new Pool(); return pool; }", 'main.ts': "import { getPool } from './db'; probe(getPool());" }],
  ['a factory that waits', 'promise pg.client', { 'db.ts': `${POOL}export const take = async () => pool.connect();`, 'main.ts': "import { take } from './db'; probe(take());" }],
  ['an instance whose field is a pool', 'pg.pool, module', { 'db.ts': "import { Pool } from 'pg'; class Database { pool = new Pool(); } export const database = new Database();", 'main.ts': "import { database } from './db'; probe(database.pool);" }],
  ['a class whose field is a pool', 'pg.pool, module', { 'db.ts': "import { Pool } from 'pg'; export class Database { readonly pool = new Pool(); }", 'main.ts': "import { Database } from './db'; probe(new Database().pool);" }],
  ['a subclass of a class elsewhere', 'pg.pool, module', { 'base.ts': "import { Pool } from 'pg'; export class Base { pool = new Pool(); }", 'main.ts': "import { Base } from './base'; class Users extends Base { find() { probe(this.pool); } }" }],
  ['a class elsewhere that extends the pool', 'pg.pool, same file', { 'base.ts': "import { Pool } from 'pg'; export class Database extends Pool {}", 'main.ts': "import { Database } from './base'; const db = new Database(); probe(db);" }],
  ['an export that is another thing', 'unknown', { 'db.ts': `${POOL}export const sum = pool.totalCount + 1;`, 'main.ts': "import { sum } from './db'; probe(sum);" }],
  ['an export that is assigned twice', 'unknown', { 'db.ts': `${POOL}export let db = pool; db = other();`, 'main.ts': "import { db } from './db'; probe(db);" }],
  ['a name that the module does not export', 'unknown', { 'db.ts': "import { Pool } from 'pg'; const pool = new Pool();", 'main.ts': "import { pool } from './db'; probe(pool);" }],
];

const commonjs: readonly Case[] = [
  ['module.exports of a pool', 'pg.pool, module', { 'db.js': `${COMMONJS_POOL}module.exports = pool;`, 'main.js': "const db = require('./db'); probe(db);" }, 'main.js'],
  ['module.exports of a new pool', 'pg.pool, module', { 'db.js': "const { Pool } = require('pg'); module.exports = new Pool();", 'main.js': "probe(require('./db'));" }, 'main.js'],
  ['module.exports of an object', 'pg.pool, module', { 'db.js': `${COMMONJS_POOL}module.exports = { pool };`, 'main.js': "const { pool } = require('./db'); probe(pool);" }, 'main.js'],
  ['a property of module.exports', 'pg.pool, module', { 'db.js': `${COMMONJS_POOL}module.exports.pool = pool;`, 'main.js': "const { pool } = require('./db'); probe(pool);" }, 'main.js'],
  ['a property of exports', 'pg.pool, module', { 'db.js': `${COMMONJS_POOL}exports.pool = pool;`, 'main.js': "const db = require('./db'); probe(db.pool);" }, 'main.js'],
  ['an object and further properties', 'pg.pool, module', { 'db.js': `${COMMONJS_POOL}module.exports = { one: 1 }; module.exports.pool = pool;`, 'main.js': "const { pool } = require('./db'); probe(pool);" }, 'main.js'],
  ['exports and module.exports at once', 'pg.pool, module', { 'db.js': `${COMMONJS_POOL}module.exports = exports = { pool };`, 'main.js': "const { pool } = require('./db'); probe(pool);" }, 'main.js'],
  ['another module spread into the exports', 'pg.pool, module', { 'db.js': `${COMMONJS_POOL}module.exports = { pool };`, 'index.js': "module.exports = { ...require('./db'), one: 1 };", 'main.js': "const { pool } = require('.'); probe(pool);" }, 'main.js'],
  ['something unknown spread over the exports', 'unknown', { 'db.js': `${COMMONJS_POOL}module.exports = { pool, ...settings };`, 'main.js': "const { pool } = require('./db'); probe(pool);" }, 'main.js'],
  ['another module required and exported', 'pg.pool, module', { 'db.js': `${COMMONJS_POOL}module.exports = { pool };`, 'index.js': "module.exports = require('./db');", 'main.js': "const { pool } = require('./index.js'); probe(pool);" }, 'main.js'],
  ['CommonJS imported as default', 'pg.pool, module', { 'db.cjs': `${COMMONJS_POOL}module.exports = { pool };`, 'main.mjs': "import db from './db.cjs'; probe(db.pool);" }, 'main.mjs'],
  ['CommonJS imported by name', 'pg.pool, module', { 'db.cjs': `${COMMONJS_POOL}module.exports = { pool };`, 'main.mjs': "import { pool } from './db.cjs'; probe(pool);" }, 'main.mjs'],
  ['ECMAScript required', 'pg.pool, module', { 'db.mjs': POOL, 'main.cjs': "const { pool } = require('./db.mjs'); probe(pool);" }, 'main.cjs'],
  ['`import x = require()`', 'pg.pool, module', { 'db.ts': "import { Pool } from 'pg'; const pool = new Pool(); export = pool;", 'main.ts': "import db = require('./db'); probe(db);" }],
  ['`require` that is a variable', 'unknown', { 'db.js': `${COMMONJS_POOL}module.exports = pool;`, 'main.js': "const require = load; probe(require('./db'));" }, 'main.js'],
  ['`module` that is a variable', 'module', { 'db.js': `${COMMONJS_POOL}const module = {}; module.exports = pool;`, 'main.js': "probe(require('./db'));" }, 'main.js'],
  ['two pools in one place', 'unknown', { 'db.js': `${COMMONJS_POOL}if (one) module.exports = pool; else module.exports = other;`, 'main.js': "probe(require('./db'));" }, 'main.js'],
];

const types: readonly Case[] = [
  ['an alias of a type elsewhere', 'pg.pool, annotation', { 'types.ts': "import type { Pool } from 'pg'; export type Db = Pool;", 'main.ts': "import type { Db } from './types'; export function find(db: Db) { probe(db); }" }],
  ['an interface elsewhere', 'pg.pool, annotation', { 'types.ts': "import type { Pool } from 'pg'; export interface Context { db: Pool }", 'main.ts': "import type { Context } from './types'; export function find(context: Context) { probe(context.db); }" }],
  ['a type that is exported on', 'pg.client, annotation', { 'types.ts': "export type { PoolClient as Client } from 'pg';", 'main.ts': "import type { Client } from './types'; export function find(client: Client) { probe(client); }" }],
  ['a class elsewhere as a type', 'pg.pool, module', { 'db.ts': "import { Pool } from 'pg'; export class Database { pool = new Pool(); }", 'main.ts': "import type { Database } from './db'; export class Users { constructor(private readonly db: Database) {} find() { probe(this.db.pool); } }" }],
  ['a namespace of types', 'pg.pool, annotation', { 'types.ts': "import type { Pool } from 'pg'; export type Db = Pool;", 'main.ts': "import type * as types from './types'; export function find(db: types.Db) { probe(db); }" }],
  ['the type of a value elsewhere', 'pg.pool, module', { 'db.ts': POOL, 'main.ts': "import type { pool } from './db'; export function find(db: typeof pool) { probe(db); }" }],
  ['an import type', 'pg.pool, annotation', { 'types.ts': "import type { Pool } from 'pg'; export type Db = Pool;", 'main.ts': "export function find(db: import('./types').Db) { probe(db); }" }],
  ['a type in JSDoc', 'pg.pool, annotation', { 'types.ts': "import type { Pool } from 'pg'; export type Db = Pool;", 'main.js': "/** @param {import('./types').Db} db */ export function find(db) { probe(db); }" }, 'main.js'],
  ['a method that gives the result of a driver', 'pg.pool.query', { 'types.ts': "import type { QueryResult } from 'pg'; export interface Db { query: (text: string, values?: unknown[]) => Promise<QueryResult>; }", 'main.ts': "import type { Db } from './types'; export function find(db: Db) { probe(db.query); }" }],
  ['what such a method gives', 'promise pg.result', { 'types.ts': "import type { QueryResult } from 'pg'; export interface Db { run(text: string): Promise<QueryResult<any>>; }", 'main.ts': "import type { Db } from './types'; export function find(db: Db) { probe(db.run('select 1')); }" }],
  ['a type that is no handle', 'unknown', { 'types.ts': "import 'pg'; export interface Db { query(text: string): Promise<unknown> }", 'main.ts': "import type { Db } from './types'; export function find(db: Db) { probe(db.query); }" }],
];

const specifiers: readonly Case[] = [
  ['`.js` that means `.ts`', 'pg.pool, module', { 'db.ts': POOL, 'main.ts': "import { pool } from './db.js'; probe(pool);" }],
  ['`.jsx` that means `.tsx`', 'pg.pool, module', { 'db.tsx': POOL, 'main.ts': "import { pool } from './db.jsx'; probe(pool);" }],
  ['the index of a folder', 'pg.pool, module', { 'db/index.ts': POOL, 'main.ts': "import { pool } from './db'; probe(pool);" }],
  ['a path of tsconfig.json', 'pg.pool, module', { 'tsconfig.json': '{ // a comment\n "compilerOptions": { "paths": { "@/*": ["./src/*"], }, } }', 'src/db.ts': POOL, 'src/main.ts': "import { pool } from '@/db'; probe(pool);" }, 'src/main.ts'],
  ['a base url', 'pg.pool, module', { 'tsconfig.json': '{ "compilerOptions": { "baseUrl": "src" } }', 'src/db.ts': POOL, 'src/main.ts': "import { pool } from 'db'; probe(pool);" }, 'src/main.ts'],
  ['a configuration that extends another', 'pg.pool, module', { 'tsconfig.base.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }', 'tsconfig.json': '{ "extends": "./tsconfig.base.json" }', 'src/db.ts': POOL, 'src/main.ts': "import { pool } from '@/db'; probe(pool);" }, 'src/main.ts'],
  ['a configuration in a reference', 'pg.pool, module', { 'tsconfig.json': '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }', 'tsconfig.app.json': '{ "include": ["src"], "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }', 'src/db.ts': POOL, 'src/main.ts': "import { pool } from '@/db'; probe(pool);" }, 'src/main.ts'],
  ['a path of jsconfig.json', 'pg.pool, module', { 'jsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }', 'src/db.js': POOL, 'src/main.js': "import { pool } from '@/db'; probe(pool);" }, 'src/main.js'],
  ['a broken tsconfig.json', 'pg.pool, module', { 'tsconfig.json': '{ oops', 'db.ts': POOL, 'main.ts': "import { pool } from './db'; probe(pool);" }],
  ['a configuration that extends itself', 'pg.pool, module', { 'tsconfig.json': '{ "extends": "./tsconfig.json" }', 'db.ts': POOL, 'main.ts': "import { pool } from './db'; probe(pool);" }],
  ['`imports` of package.json', 'pg.pool, module', { 'package.json': '{ "imports": { "#db": "./src/db.ts" }, "dependencies": { "pg": "8" } }', 'src/db.ts': POOL, 'src/main.ts': "import { pool } from '#db'; probe(pool);" }, 'src/main.ts'],
  ['the package itself', 'pg.pool, module', { 'package.json': '{ "name": "shop", "exports": { "./db": "./src/db.ts" }, "dependencies": { "pg": "8" } }', 'src/db.ts': POOL, 'src/main.ts': "import { pool } from 'shop/db'; probe(pool);" }, 'src/main.ts'],
  ['a package.json that is not JSON', 'unknown', { 'package.json': '{ oops', 'db.ts': POOL, 'main.ts': "import { pool } from './db'; probe(pool);" }],
  ['an installed package', 'unknown', { 'node_modules/db/index.js': `${COMMONJS_POOL}exports.pool = pool;`, 'main.js': "const { pool } = require('db'); probe(pool);" }, 'main.js'],
  ['a file with a query', 'unknown', { 'db.ts': POOL, 'main.ts': "import { pool } from './db?raw'; probe(pool);" }],
  ['JSON', 'unknown', { 'db.json': '{ "pool": 1 }', 'main.ts': "import { pool } from './db.json'; probe(pool);" }],
];

const workspaces: readonly Case[] = [
  ['a package of an npm workspace, not installed', 'pg.pool, module', { 'package.json': '{ "workspaces": ["packages/*"] }', 'packages/db/package.json': '{ "name": "@acme/db", "main": "dist/index.js", "dependencies": { "pg": "8" } }', 'packages/db/src/index.ts': POOL, 'packages/app/package.json': '{ "name": "app", "dependencies": { "@acme/db": "*" } }', 'packages/app/main.ts': "import { pool } from '@acme/db'; probe(pool);" }, 'packages/app/main.ts'],
  ['a package of a pnpm workspace', 'pg.pool, module', { 'pnpm-workspace.yaml': "packages:\n  - 'libs/**' # all\n  - '!libs/old'\n", 'libs/data/db/package.json': '{ "name": "db", "exports": { ".": { "types": "./dist/index.d.ts", "import": "./dist/index.js" }, "./*": "./dist/*.js" } }', 'libs/data/db/src/pool.ts': POOL, 'libs/app/package.json': '{ "name": "app" }', 'libs/app/main.ts': "import { pool } from 'db/pool'; probe(pool);" }, 'libs/app/main.ts'],
  ['a yarn workspace', 'pg.pool, module', { 'package.json': '{ "workspaces": { "packages": ["./packages/db/", "packages/app"] } }', 'packages/db/package.json': '{ "name": "db" }', 'packages/db/index.js': `${COMMONJS_POOL}module.exports = { pool };`, 'packages/app/package.json': '{}', 'packages/app/main.js': "const { pool } = require('db'); probe(pool);" }, 'packages/app/main.js'],
  ['a package behind a link', 'pg.pool, module', { 'packages/db/package.json': '{ "name": "db", "main": "index.js" }', 'packages/db/index.js': `${COMMONJS_POOL}module.exports = { pool };`, 'node_modules/db': { link: '../packages/db' }, 'main.js': "const { pool } = require('db'); probe(pool);" }, 'main.js'],
  ['a package that is left out of the workspace', 'unknown', { 'package.json': '{ "workspaces": ["packages/*", "!packages/db"] }', 'packages/db/package.json': '{ "name": "db" }', 'packages/db/index.ts': POOL, 'packages/app/package.json': '{}', 'packages/app/main.ts': "import { pool } from 'db'; probe(pool);" }, 'packages/app/main.ts'],
  ['links in a circle', 'unknown', { 'package.json': '{ "workspaces": ["**"] }', 'a/again': { link: '..' }, 'main.ts': "import { pool } from 'db'; probe(pool);" }],
  ['a workspace file that is no YAML', 'unknown', { 'pnpm-workspace.yaml': 'packages: [', 'main.ts': "import { pool } from 'db'; probe(pool);" }],
];

const bad: readonly Case[] = [
  ['a missing module', 'unknown', { 'main.ts': "import { pool } from './db'; probe(pool);" }],
  ['a module that does not parse', 'unknown', { 'db.ts': `${POOL}const = ;`, 'main.ts': "import { pool } from './db'; probe(pool);" }],
  ['a binary file', 'unknown', { 'db.js': `${POOL}\0`, 'main.ts': "import { pool } from './db'; probe(pool);" }],
  ['a minified module', 'unknown', { 'db.js': `${POOL}${'var a=1;'.repeat(2000)}`, 'main.ts': "import { pool } from './db'; probe(pool);" }],
  ['an enormous module', 'unknown', { 'db.js': `${POOL}${'// a line of a comment\n'.repeat(30_000)}`, 'main.ts': "import { pool } from './db'; probe(pool);" }],
  ['a module that is nested too deeply', 'unknown', { 'db.js': `${POOL}${'['.repeat(6000)}${']'.repeat(6000)}`, 'main.ts': "import { pool } from './db'; probe(pool);" }],
  ['an empty specifier', 'unknown', { 'main.ts': "import { pool } from ''; probe(pool);" }],
  ['a folder', 'unknown', { 'db.ts/keep': '', 'main.ts': "import { pool } from './db.ts'; probe(pool);" }],
  ['a link to itself', 'unknown', { 'db.ts': { link: 'db.ts' }, 'main.ts': "import { pool } from './db'; probe(pool);" }],
  ['a path of Windows', 'unknown', { 'db.ts': POOL, 'main.ts': "import { pool } from 'C:\\\\src\\\\db'; probe(pool);" }],
  ['a chain of a hundred modules', 'unknown', { ...Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`m${String(index)}.ts`, `export * from './m${String(index + 1)}';`])), 'm100.ts': POOL, 'main.ts': "import { pool } from './m0'; probe(pool);" }],
];

const groups: readonly (readonly [title: string, cases: readonly Case[]])[] = [
  ['ECMAScript modules', esm],
  ['CommonJS modules', commonjs],
  ['types of other modules', types],
  ['specifiers', specifiers],
  ['workspaces', workspaces],
  ['bad input', bad],
];

describe.each(groups)('%s', (_, cases) => {
  it.each(cases.map(([name, expected, files, path = 'main.ts']) => ({ name, expected, files, path })))('$name: $expected', ({ expected, files, path }) => {
    expect(probeProject(files, path)).toBe(expected);
  });
});
