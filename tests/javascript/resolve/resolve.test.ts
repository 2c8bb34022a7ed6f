import { describe, expect, it } from 'vitest';
import { probe } from './probe.js';

const PG = "import { Pool, Client } from 'pg';\n";

/** name, expected, code; valid JavaScript, so that both parsers read it. */
const javascript: readonly (readonly [name: string, expected: string, code: string])[] = [
  ['named import', 'pg.pool', `${PG}const pool = new Pool(); probe(pool);`],
  ['renamed import', 'pg.pool', "import { Pool as P } from 'pg'; probe(new P());"],
  ['default import', 'pg.pool', "import pg from 'pg'; probe(new pg.Pool());"],
  ['destructured default import', 'pg.pool', "import pg from 'pg'; const { Pool } = pg; probe(new Pool());"],
  ['namespace import', 'pg.connection', "import * as pg from 'pg'; probe(new pg.Client());"],
  ['default of a namespace import', 'pg.pool', "import * as pg from 'pg'; probe(new pg.default.Pool());"],
  ['require', 'pg.pool', "const { Pool } = require('pg'); probe(new Pool());"],
  ['require in place', 'pg.pool', "probe(new (require('pg').Pool)());"],
  ['require of native', 'pg.pool', "const { native } = require('pg'); probe(new native.Pool());"],
  ['dynamic import', 'pg.pool', "const { Pool } = await import('pg'); probe(new Pool());"],
  ['dynamic import of the default', 'pg.pool', "const { default: pg } = await import('pg'); probe(new pg.Pool());"],
  ['pg-pool', 'pg.pool', "import Pool from 'pg-pool'; probe(new Pool());"],
  ['require of pg-pool', 'pg.pool', "const Pool = require('pg-pool'); probe(new Pool());"],
  ['Deno specifier', 'pg.pool', "import pg from 'npm:pg@8.11.0'; probe(new pg.Pool());"],
  ['subclass', 'pg.pool', `${PG}class Db extends Pool {} probe(new Db());`],
  ['checkout', 'pg.client', `${PG}const pool = new Pool(); const client = await pool.connect(); probe(client);`],
  ['checkout not awaited', 'promise pg.client', `${PG}const pool = new Pool(); probe(pool.connect());`],
  ['checkout by callback', 'pg.client', `${PG}new Pool().connect((err, client, release) => { probe(client); });`],
  ['checkout by then', 'pg.client', `${PG}new Pool().connect().then((client) => probe(client));`],
  ['checkout with catch', 'pg.client', `${PG}const c = await new Pool().connect().catch(() => { throw new Error('x'); }); probe(c);`],
  ['connect listener', 'pg.client', `${PG}new Pool().on('connect', (client) => { probe(client); });`],
  ['error listener', 'unknown', `${PG}new Pool().on('error', (error) => { probe(error); });`],
  ['alias', 'pg.pool', `${PG}const pool = new Pool(); const db = pool; probe(db);`],
  ['assigned later', 'pg.pool', `${PG}let pool; function init() { pool = new Pool(); } function use() { probe(pool); }`],
  ['assigned two things', 'unknown', `${PG}let db = new Pool(); db = makeOther(); probe(db);`],
  ['pool or client', 'unknown', `${PG}let db = new Pool(); db = new Client(); probe(db);`],
  ['lazy singleton by ??=', 'pg.pool', `${PG}let pool; function get() { return (pool ??= new Pool()); } probe(get());`],
  ['lazy singleton by if', 'pg.pool', `${PG}let pool = null; function get() { if (!pool) pool = new Pool(); return pool; } probe(get());`],
  ['on globalThis', 'pg.pool', `${PG}globalThis.pool = globalThis.pool || new Pool(); probe(globalThis.pool);`],
  ['from globalThis or new', 'pg.pool', `${PG}const pool = globalThis.pool ?? new Pool(); probe(pool);`],
  ['own variable called global', 'unknown', `${PG}const global = {}; const pool = global.pool ?? new Pool(); probe(pool);`],
  ['object property', 'pg.pool', `${PG}const ctx = { db: new Pool() }; probe(ctx.db);`],
  ['property assigned later', 'pg.pool', `${PG}const ctx = {}; ctx.db = new Pool(); probe(ctx.db);`],
  ['object with a spread', 'unknown', `${PG}const ctx = { db: new Pool(), ...other }; probe(ctx.db);`],
  ['destructured object', 'pg.pool', `${PG}const ctx = { db: new Pool() }; const { db } = ctx; probe(db);`],
  ['destructured with a new name', 'pg.pool', `${PG}const { db: { pool: p } } = { db: { pool: new Pool() } }; probe(p);`],
  ['default in destructuring', 'pg.pool', `${PG}function f({ db = new Pool() }) { probe(db); }`],
  ['default parameter', 'pg.pool', `${PG}function f(db = new Pool()) { probe(db); }`],
  ['parameter of unknown origin', 'unknown', `${PG}function f(db) { probe(db); }`],
  ['parameter that is assigned', 'unknown', `${PG}new Pool().connect((e, client) => { client = wrap(client); probe(client); });`],
  ['class field', 'pg.pool', `${PG}class Repo { pool = new Pool(); find() { probe(this.pool); } }`],
  ['private class field', 'pg.pool', `${PG}class Repo { #pool = new Pool(); find() { probe(this.#pool); } }`],
  ['assigned in the constructor', 'pg.pool', `${PG}class Repo { constructor() { this.pool = new Pool(); } find() { return () => probe(this.pool); } }`],
  ['this of another function', 'unknown', `${PG}class Repo { pool = new Pool(); find() { return function () { probe(this.pool); }; } }`],
  ['field of an instance', 'pg.pool', `${PG}class Repo { pool = new Pool(); } const repo = new Repo(); probe(repo.pool);`],
  ['getter', 'pg.pool', `${PG}class Repo { get pool() { return new Pool(); } } probe(new Repo().pool);`],
  ['method that gives a pool', 'promise pg.client', `${PG}class Repo { pool = new Pool(); open() { return this.pool.connect(); } } probe(new Repo().open());`],
  ['factory function', 'pg.pool', `${PG}function createPool() { return new Pool(); } probe(createPool());`],
  ['async factory', 'promise pg.client', `${PG}const open = async () => { const c = new Pool(); return c.connect(); }; probe(open());`],
  ['factory with two results', 'unknown', `${PG}function get(x) { if (x) return new Pool(); return other(); } probe(get());`],
  ['return inside a callback is not the result', 'unknown', `${PG}function get() { list.map(() => { return new Pool(); }); return other(); } probe(get());`],
  ['generator', 'unknown', `${PG}function* get() { return new Pool(); } probe(get());`],
  ['conditional', 'pg.pool', `${PG}probe(test ? new Pool({ max: 1 }) : new Pool());`],
  ['shadowed name', 'unknown', `${PG}function f(Pool) { probe(new Pool()); }`],
  ['shadowed require', 'unknown', "function f(require) { probe(new (require('pg').Pool)()); }"],
  ['other package', 'unknown', "import { Pool } from 'generic-pool'; probe(new Pool());"],
  ['result', 'promise pg.result', `${PG}probe(new Pool().query('select 1'));`],
  ['rows', 'pg.rows', `${PG}const { rows } = await new Pool().query('select 1'); probe(rows);`],
  ['row', 'pg.row', `${PG}const { rows: [first] } = await new Pool().query('select 1'); probe(first);`],
  ['row of a loop', 'pg.row', `${PG}for (const row of (await new Pool().query('select 1')).rows) probe(row);`],
  ['query with a callback', 'unknown', `${PG}probe(new Pool().query('select 1', (err, result) => {}));`],
  ['JSDoc type', 'pg.pool', "/** @type {import('pg').Pool} */\nlet pool; probe(pool);"],
  ['JSDoc parameter', 'pg.client', "/**\n * @param {import('pg').PoolClient} client\n * @param {number} id\n */\nfunction f(client, id) { probe(client); }"],
  ['JSDoc parameter of a method', 'pg.client', "class A {\n  /** @param {import('pg').PoolClient} client */\n  f(client) { probe(client); }\n}"],
  ['JSDoc name of an import', 'pg.pool', "import { Pool } from 'pg';\n/** @param {Pool} db */\nexport const f = (db) => { probe(db); };"],
  ['JSDoc typedef', 'pg.pool', "/** @typedef {import('pg').Pool} Db */\n/** @param {Db} db */\nfunction f(db) { probe(db); }"],
  ['JSDoc import tag', 'pg.client', "/** @import { PoolClient as Client } from 'pg' */\n/** @param {Client} db */\nfunction f(db) { probe(db); }"],
  ['JSDoc of another function', 'unknown', "/** @param {import('pg').Pool} db */\nfunction g(db) {}\nfunction f(db) { probe(db); }"],
  ['this, destructured', 'pg.pool', `${PG}class Repo { pool = new Pool(); find() { const { pool } = this; probe(pool); } }`],
  ['one of two handles of a driver', 'pg.pool?', `${PG}const db = test ? new Pool() : new Client(); probe(db);`],
  ['a parameter that every call in the file fills alike', 'pg.pool', `${PG}const pool = new Pool(); function find(db) { probe(db); } find(pool); find(new Pool());`],
  ['an arrow function called in the file', 'pg.pool', `${PG}const find = (db) => probe(db); find(new Pool());`],
  ['a parameter filled in two ways', 'pg.pool?', `${PG}function find(db) { probe(db); } find(new Pool()); find(new Client());`],
  ['a parameter of a function that leaves the file', 'unknown', `${PG}export function find(db) { probe(db); } find(new Pool());`],
  ['a parameter of a function that is handed on', 'unknown', `${PG}function find(db) { probe(db); } find(new Pool()); register(find);`],
  ['a parameter beside a spread', 'unknown', `${PG}function find(db) { probe(db); } find(...list);`],
  ['a callback of a function of the file', 'pg.client', `${PG}const pool = new Pool();
async function withClient(run) { const client = await pool.connect(); return run(client); }
withClient(async (client) => { probe(client); });`],
  ['circular variables', 'unknown', 'let a = b; var b = c; var c = a; probe(a);'],
];

const typescript: readonly (readonly [name: string, expected: string, code: string])[] = [
  ['annotated parameter', 'pg.client', "import type { PoolClient } from 'pg'; function f(client: PoolClient) { probe(client); }"],
  ['annotated by a namespace', 'pg.pool', "import pg from 'pg'; function f(db: pg.Pool) { probe(db); }"],
  ['annotated by an import type', 'pg.pool', "function f(db: import('pg').Pool) { probe(db); }"],
  ['annotated by typeof', 'pg.pool', `${PG}const pool = new Pool(); function f(db: typeof pool) { probe(db); }`],
  ['annotated by InstanceType', 'pg.pool', `${PG}function f(db: InstanceType<typeof Pool>) { probe(db); }`],
  ['annotated variable', 'pg.pool', "import { Pool } from 'pg'; let pool: Pool | undefined; probe(pool!);"],
  ['optional parameter', 'pg.pool', "import { Pool } from 'pg'; function f(db?: Pool) { probe(db); }"],
  ['pool or client', 'pg.pool?', "import { Pool, PoolClient } from 'pg'; function f(db: Pool | PoolClient) { probe(db); }"],
  ['alias', 'pg.pool?', "import { Pool, PoolClient } from 'pg'; type Db = Pool | PoolClient; function f(db: Db) { probe(db); }"],
  ['interface member', 'pg.pool', "import { Pool } from 'pg'; interface Ctx { db: Pool } function f(ctx: Ctx) { probe(ctx.db); }"],
  ['destructured parameter with a type', 'pg.pool', "import { Pool } from 'pg'; function f({ db }: { db: Pool }) { probe(db); }"],
  ['interface that extends', 'pg.client?', "import { PoolClient } from 'pg'; interface Db extends PoolClient { tag: string } function f(db: Db) { probe(db); }"],
  ['parameter property', 'pg.pool', "import { Pool } from 'pg'; class Repo { constructor(private readonly pool: Pool) {} find() { probe(this.pool); } }"],
  ['annotated field', 'pg.pool', "import { Pool } from 'pg'; class Repo { private pool: Pool; find() { probe(this.pool); } }"],
  ['Promise in an annotation', 'pg.client', "import { PoolClient } from 'pg'; async function f(p: Promise<PoolClient>) { probe(await p); }"],
  ['asserted', 'pg.pool', "import { Pool } from 'pg'; probe(container.get('pool') as Pool);"],
  ['asserted globalThis', 'pg.pool', "import { Pool } from 'pg'; const g = globalThis as unknown as { pool?: Pool }; probe(g.pool);"],
  ['cast of a lazy global', 'pg.pool', "import { Pool } from 'pg'; const pool = (globalThis as any).pool ?? new Pool(); probe(pool);"],
  ['import equals', 'pg.pool', "import pg = require('pg'); probe(new pg.Pool());"],
  ['own class of that name', 'instance', 'class Pool {} function f(db: Pool) { probe(db); }'],
  ['type of another package', 'unknown', "import type { Pool } from 'undici'; function f(db: Pool) { probe(db); }"],
  ['typed callback of a function of the file', 'pg.client', "import { PoolClient } from 'pg'; declare function withClient(run: (client: PoolClient) => void): void; function go(run: (client: PoolClient) => void) {} go((client) => { probe(client); });"],
  ['Promise with a type argument', 'pg.client', "import { PoolClient } from 'pg'; const c = await new Promise<PoolClient>((resolve) => later(resolve)); probe(c);"],
  ['indexed access', 'pg.pool', "import { Pool } from 'pg'; type Ctx = { db: Pool }; function f(db: Ctx['db']) { probe(db); }"],
];

describe.each(['js', 'ts', 'oxc'] as const)('what an expression holds, read through the %s parser', (parser) => {
  it.each(javascript)('%s: %s', (_name, expected, code) => {
    expect(probe(code, parser)).toBe(expected);
  });
});

describe.each(['ts', 'oxc'] as const)('what annotations say, read through the %s parser', (parser) => {
  it.each(typescript)('%s: %s', (_name, expected, code) => {
    expect(probe(code, parser)).toBe(expected);
  });
});

describe('code that no person wrote', () => {
  it('gives up on a very long chain instead of filling the stack', () => {
    expect(probe(`probe(a${'.b'.repeat(3000)});`, 'js')).toBe('unknown');
  });
  it('follows a chain of aliases only so far', () => {
    const aliases = Array.from({ length: 200 }, (_, index) => `const a${index + 1} = a${index};`).join('\n');
    expect(probe(`${PG}const a0 = new Pool();\n${aliases}\nprobe(a200);`, 'js')).toBe('unknown');
  });
});
