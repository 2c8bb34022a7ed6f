/** Functions that pass the SQL text that they get on to a query: whose query a call of them is, and what it gives. */
import { describe, expect, it } from 'vitest';
import { readModel } from '../../../src/javascript/reader/reader.js';
import { parseModule } from '../../../src/javascript/syntax/module-parser.js';
import { probeProject, writeProject, type Files } from './project-files.js';
import { join } from 'node:path';

const POOL = "import { Pool } from 'pg';\nconst pool = new Pool();\n";

/** The last query of `main.ts`, in short: driver and handle, how it is known, the text, the shape of the values. */
function queryOf(files: Files): string {
  const root = writeProject(files);
  const path = join(root, 'main.ts');
  const text = files['main.ts'];
  const file = typeof text === 'string' ? parseModule(text, path) : null;
  const query = file === null ? undefined : readModel(file)?.queries.at(-1);
  if (query === undefined) return 'no query';
  const { handle, sql, values } = query;
  const length = 'length' in values.shape ? ` ${values.shape.length}` : '';
  return `${handle.driver.id}.${handle.name}${handle.roleUnknown ? '?' : ''} ${handle.evidence} "${sql?.text ?? ''}" ${values.shape.kind}${length}`;
}

const FIND = "db.run('select 1', [2])";
const HIT = 'pg.pool wrapper "select 1" list 1';

type Case = readonly [name: string, expected: string, wrapper: string, call?: string];

/** The wrapper is exported as `run` by `db.ts`, and called as `db.run('select 1', [2])`. */
const cases: readonly Case[] = [
  ['an arrow', HIT, 'export const run = (text, values) => pool.query(text, values);'],
  ['a function', HIT, 'export function run(text, values) { return pool.query(text, values); }'],
  ['one that waits', HIT, 'export async function run(text, values) { return await pool.query(text, values); }'],
  ['one that logs and measures', HIT, 'export async function run(text, values) { const start = Date.now(); const result = await pool.query(text, values); console.log(text, Date.now() - start); return result; }'],
  ['one that tries again', HIT, 'export async function run(text, values) { for (let i = 0; i < 3; i++) { try { return await pool.query(text, values); } catch (error) { if (i === 2) throw error; } } }'],
  ['one that tries again in a function', HIT, 'export const run = (text, values) => retry(() => pool.query(text, values));'],
  ['one that checks a client out', 'pg.client wrapper "select 1" list 1', 'export async function run(text, values) { const client = await pool.connect(); try { return await client.query(text, values); } finally { client.release(); } }'],
  ['a pool here, a client there', 'pg.client? wrapper "select 1" list 1', 'export async function run(text, values, tx) { if (tx) { const client = await pool.connect(); return client.query(text, values); } return pool.query(text, values); }'],
  ['a default for the values', HIT, 'export const run = (text, values = []) => pool.query(text, values);'],
  ['a default that nobody fills', 'pg.pool wrapper "select 1" absent', 'export const run = (text, values = []) => pool.query(text, values);', "db.run('select 1')"],
  ['a default that holds values', 'pg.pool wrapper "select 1" unknown', 'export const run = (text, values = [1]) => pool.query(text, values);', "db.run('select 1')"],
  ['no values at all', 'pg.pool wrapper "select 1" absent', 'export const run = (text) => pool.query(text);', "db.run('select 1')"],
  ['another order', HIT, 'export const run = (values, text) => pool.query(text, values);', "db.run([2], 'select 1')"],
  ['values changed on the way', 'pg.pool wrapper "select 1" unknown', 'export const run = (text, values) => pool.query(text, values.map(plain));'],
  ['all arguments', HIT, 'export const run = (...args) => pool.query(...args);'],
  ['all arguments behind one', HIT, 'export const run = (label, ...args) => pool.query(...args);', "db.run('find', 'select 1', [2])"],
  ['the rest as values', 'pg.pool wrapper "select 1" list 2', 'export const run = (text, ...values) => pool.query(text, values);', "db.run('select 1', 2, 3)"],
  ['a config object', HIT, 'export const run = (config) => pool.query(config);', "db.run({ text: 'select 1', values: [2] })"],
  ['a config object made of parameters', HIT, 'export const run = (text, values) => pool.query({ text, values });'],
  ['keys of an object', HIT, 'export const run = ({ sql, args }) => pool.query(sql, args);', "db.run({ sql: 'select 1', args: [2] })"],
  ['properties of an object', HIT, 'export const run = (options) => pool.query(options.sql, options.args);', "db.run({ sql: 'select 1', args: [2] })"],
  ['a callback', HIT, 'export const run = (text, values, callback) => pool.query(text, values, callback);', "db.run('select 1', [2], (error, result) => {})"],
  ['a promise around a callback', HIT, 'export const run = (text, values) => new Promise((resolve, reject) => pool.query(text, values, (error, result) => (error ? reject(error) : resolve(result))));'],
  ['a method bound to its pool', 'pg.pool proved "select 1" list 1', 'export const run = pool.query.bind(pool);'],
  ['a wrapper of a wrapper', HIT, 'const inner = (text, values) => pool.query(text, values); export const run = (text, values) => inner(text, values);'],
  ['a text that is made anew', 'no query', 'export const run = (text, values) => pool.query(text.replace(/\\?/g, () => next()), values);'],
  ['a text that is assigned anew', 'no query', 'export const run = (text, values) => { text = convert(text); return pool.query(text, values); };'],
  ['a text made anew in one of two places', 'no query', 'export const run = (text, values) => (values ? pool.query(convert(text), values) : pool.query(text));'],
  ['a text made anew in a constant', 'no query', 'export const run = (text, values) => { const sql = convert(text); if (!values) return pool.query(text); return pool.query(sql, values); };'],
  ['a text that is a part of another', 'no query', 'export const run = (text, values) => pool.query(`${text} limit 1`, values);'],
  ['two servers', 'no query', "import mysql from 'mysql2/promise'; const other = mysql.createPool({}); export const run = (text, values) => (flag ? pool.query(text, values) : other.query(text, values));"],
  ['a query of its own', 'no query', "export const run = (name, values) => pool.query('insert into log (name) values ($1)', [name]);"],
  ['a function that calls itself', 'no query', 'export const run = (text, values) => run(text, values);'],
];

describe('a call of a function that sends what it gets', () => {
  it.each(cases)('%s: %s', (_, expected, wrapper, call = FIND) => {
    expect(queryOf({ 'db.ts': `${POOL}${wrapper}`, 'main.ts': `import * as db from './db'; ${call};` })).toBe(expected);
  });

  it.each([
    ['a method of a class', HIT, "class Base { constructor(private readonly pool: Pool) {} run(text, values) { return this.pool.query(text, values); } } export const db = new Base(pool);", "import { db } from './db'; db.run('select 1', [2]);"],
    ['an inherited method', HIT, "export class Base { pool = pool; run(text, values) { return this.pool.query(text, values); } }", "import { Base } from './db'; class Users extends Base { find() { return this.run('select 1', [2]); } }"],
    ['`super`', HIT, "export class Base { pool = pool; run(text, values) { return this.pool.query(text, values); } }", "import { Base } from './db'; class Users extends Base { run(text, values) { return super.run('select 1', [2]); } }"],
    ['a property of an object', HIT, "export default { run: (text, values) => pool.query(text, values) };", "import db from './db'; db.run('select 1', [2]);"],
    ['a text in a constant', HIT, "export const run = (text, values) => pool.query(text, values);", "import { run } from './db'; const text = 'select 1'; run(text, [2]);"],
  ])('%s: %s', (_, expected, wrapper, main) => {
    expect(queryOf({ 'db.ts': `${POOL}${wrapper}`, 'main.ts': main })).toBe(expected);
  });
});

describe('what such a call gives', () => {
  it.each([
    ['the result', 'promise pg.result', 'export const run = (text) => pool.query(text);'],
    ['the rows', 'promise pg.rows', 'export async function run(text) { const { rows } = await pool.query(text); return rows; }'],
    ['the rows, through then', 'promise pg.rows', 'export const run = (text) => pool.query(text).then((result) => result.rows);'],
    ['one row', 'promise pg.row', 'export async function run(text) { const result = await pool.query(text); return result.rows[0]; }'],
    ['one row or nothing', 'promise pg.row', 'export async function run(text) { const { rows } = await pool.query(text); return rows[0] ?? null; }'],
    ['mapped rows', 'unknown', 'export async function run(text) { const { rows } = await pool.query(text); return rows.map(toUser); }'],
    ['the error in place of the result', 'unknown', 'export async function run(text) { try { return await pool.query(text); } catch (error) { return error; } }'],
    ['what a type says', 'unknown', 'export async function run(text): Promise<any> { return JSON.parse(await pool.query(text)); }'],
  ])('%s: %s', (_, expected, wrapper) => {
    expect(probeProject({ 'db.ts': `${POOL}${wrapper}`, 'main.ts': "import * as db from './db'; probe(db.run('select 1'));" }, 'main.ts')).toBe(expected);
  });
});
