/** The measurement of receivers: which calls it counts, how it tells unknown ones apart, and what it says of judged places. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judge, readLabels } from '../../bench/resolution/labels.js';
import { lintAgain, lintTree, type Call, type LintedTree } from '../../bench/resolution/lint-tree.js';
import { readOptions } from '../../bench/resolution/options.js';
import { isTest, readProjects, type Projects } from '../../bench/resolution/projects.js';
import { byShape, goalsOf, tallyByDriver, tallyOf } from '../../bench/resolution/tally.js';
import { callsOf } from '../../bench/resolution/unresolved.js';
import { repository } from '../house/source-tree.js';
import { parseFile } from '../javascript/parse-file.js';

const fixtures = join(repository, 'tests/fixtures/resolution');
const OPTIONS = { preset: 'all', parser: 'oxc' } as const;

const trees = new Map<string, LintedTree>();
beforeAll(async () => {
  for (const name of ['acme__shop', 'acme__site', 'acme__driver']) trees.set(name, await lintTree(join(fixtures, name), OPTIONS));
});

function tree(name: string): LintedTree {
  const found = trees.get(name);
  if (found === undefined) throw new Error(`${name} was not linted`);
  return found;
}

const told = ({ file, line, known, driver, shape }: Call): string => `${file}:${String(line)} ${[known, driver, shape].filter((part) => part !== null).join(', ')}`;

describe('the calls of a tree', () => {
  it('are told by place, by how the receiver is known, and by the shape of an unknown one', () => {
    const { calls } = tree('acme__shop');
    expect(calls.filter(({ isInGoal }) => isInGoal).map(told)).toEqual([
      'packages/report/src/report.js:1 unknown, parameter without annotation',
      'src/annotated.ts:3 annotation, pg',
      'src/same-file.js:5 same file, pg',
      'src/same-file.js:6 same file, pg',
      'src/same-file.js:11 same file, pg',
      'src/unknown.js:1 unknown, parameter without annotation',
      'src/unknown.js:2 unknown, parameter without annotation',
      'src/unknown.js:5 unknown, destructured parameter without annotation',
      'src/unknown.js:6 unknown, template, parameter of a callback without annotation',
    ]);
  });

  it('do not belong to the goal in tests, of a query builder, and in a driver itself; they do not count where no driver is in reach', () => {
    const others = ['acme__shop', 'acme__site', 'acme__driver'].flatMap((name) => tree(name).calls.filter(({ isInGoal }) => !isInGoal).map(({ file }) => `${name}/${file}`));
    expect(others.sort()).toEqual(['acme__driver/src/users.js', 'acme__shop/src/builder.js', 'acme__shop/src/users.test.js']);
    expect(tree('acme__site')).toMatchObject({ calls: [], outOfReach: 1 });
  });

  it('leave other libraries out, and count files that do not parse', () => {
    expect(tree('acme__shop')).toMatchObject({ files: 8, unparsable: 1, lookAlikes: 2 });
  });

  it('are the same with another parser, in another preset', async () => {
    const again = await lintTree(join(fixtures, 'acme__shop'), { preset: 'recommended', parser: 'typescript-eslint' });
    expect(again.calls).toEqual(tree('acme__shop').calls);
  });

  it('come with what the run cost', () => {
    const { parse, rules, counters } = tree('acme__shop');
    expect(parse).toBeGreaterThan(0);
    expect(rules).toBeGreaterThan(0);
    expect(counters).toMatchObject({ filesSeen: 7 });
  });
});

describe('the sums', () => {
  const call = (known: Call['known'], driver: string | null, isInGoal = true): Call => ({ file: 'a.js', line: 1, known, driver, isInGoal, isTest: false, shape: known === 'unknown' ? 'field' : null, source: null });
  const large = [...Array.from({ length: 300 }, () => call('unknown', null)), ...Array.from({ length: 100 }, () => call('module', 'pg'))];
  const small = [call('wrapper', 'pg'), call('likely', 'pg'), call('same file', 'mysql2'), call('annotation', 'mysql2'), call('unknown', null, false)];

  it('tell proved from likely', () => {
    expect(tallyOf(small)).toMatchObject({ calls: 5, proved: 0.6, withLikely: 0.8, ways: { wrapper: 1, likely: 1, unknown: 1, types: 0 } });
    expect([...tallyByDriver(small)].map(([driver, { calls }]) => [driver, calls])).toEqual([['pg', 2], ['mysql2', 2]]);
  });

  it('of no calls at all are no failure', () => {
    expect(tallyOf([])).toMatchObject({ calls: 0, proved: 1, withLikely: 1 });
    expect(goalsOf([[]], 100).all).toEqual({ calls: 0, proved: 1, withLikely: 1 });
  });

  it('weigh the goal by calls, by at most a hundred, and by folders', () => {
    const { all, limited, mean } = goalsOf([large, small], 100);
    expect(all.calls).toBe(404);
    expect(all.proved).toBeCloseTo(103 / 404);
    expect(limited.proved).toBeCloseTo((0.25 * 100 + 0.75 * 4) / 104);
    expect(mean.proved).toBeCloseTo((0.25 + 0.75) / 2);
    expect(mean.withLikely).toBeCloseTo((0.25 + 1) / 2);
  });

  it('put unknown receivers of one shape together, the most frequent first', () => {
    const shapes = byShape([{ shape: 'b' }, { shape: 'a' }, { shape: null }, { shape: 'c' }, { shape: 'c' }]);
    expect(shapes.map(({ shape, calls }) => [shape, calls.length])).toEqual([['c', 2], ['a', 1], ['b', 1]]);
  });
});

describe('judged places', () => {
  it('are hit, missed, without a rule, not linted, violated or left alone', () => {
    const rules = new Set(['no-foreign-placeholder', 'no-result-as-row']);
    const judged = judge(readLabels(join(fixtures, 'labels.json')), [...trees.values()], rules);
    expect(judged.map(({ place, label, rules: own, isLinted, reports }) => [place, label.verdict, own.join(), isLinted, reports.map(({ rule, line }) => `${rule} ${String(line)}`).join()])).toEqual([
      ['acme__shop/src/same-file.js:6', 'footgun', 'no-foreign-placeholder', true, 'db/no-foreign-placeholder 6'],
      ['acme__shop/src/unknown.js:1', 'footgun', 'no-foreign-placeholder', true, ''],
      ['acme__shop/src/same-file.js:3', 'footgun', '', true, ''],
      ['acme__shop/src/gone.js:1', 'footgun', '', false, ''],
      ['acme__shop/src/same-file.js:6', 'lookalike', 'no-result-as-row', true, 'db/no-foreign-placeholder 6'],
      ['acme__shop/src/annotated.ts:3', 'lookalike', 'no-result-as-row', true, ''],
    ]);
  });

  it('have no rule where the plugin has none', () => {
    const [first] = judge(readLabels(join(fixtures, 'labels.json')), [...trees.values()], new Set());
    expect(first).toMatchObject({ rules: [], reports: [] });
  });

  it('show a report close to a look-alike, unless it hits a footgun', () => {
    const near = { repo: 'acme/shop', path: 'src/same-file.js', line: 8, class: 'result-misuse', verdict: 'lookalike', why: '' } as const;
    const hit = { ...near, line: 6, class: 'qmark-placeholder', verdict: 'footgun' } as const;
    const rules = new Set(['no-foreign-placeholder']);
    expect(judge([near], [tree('acme__shop')], rules)[0]).toMatchObject({ reports: [], near: [{ line: 6 }] });
    expect(judge([near, hit], [tree('acme__shop')], rules)[1]).toMatchObject({ reports: [], near: [] });
  });
});

/** `kind source: shape` of everything that looks like a query, where the plugin knows nothing. */
function shapesOf(code: string, projects: Partial<Projects> = {}): string[] {
  const own: Projects = { reachOf: () => 'direct', kindOf: (specifier) => (specifier.startsWith('./') ? 'project' : specifier.startsWith('@/') ? 'alias' : 'package'), ...projects };
  return callsOf(parseFile(code), null, 'file.ts', own).unresolved.map(({ shape, source }) => `${source}: ${shape}`);
}

describe('the shape of an unknown receiver', () => {
  it.each([
    ["import { db } from './db'; db.query('select 1')", 'db: import of a module of the project'],
    ["import { db } from '@/db'; db.query('select 1')", 'db: import through an alias'],
    ["import { db } from 'acme'; db.query('select 1')", 'db: import of package acme'],
    ["const db = require('@acme/db/pool'); db.query('select 1')", 'db: import of package @acme/db'],
    ["const { db } = require('./db'); db.query('select 1')", 'db: property: import of a module of the project'],
    ["import { getDb } from './db'; const db = await getDb(); db.query('select 1')", 'db: result: import of a module of the project'],
    ["import { Db } from './db'; const db = new Db(); db.query('select 1')", 'db: instance: import of a module of the project'],
    ["import { pool } from './db'; const db = await pool.connect(); db.query('select 1')", 'db: result of a method: import of a module of the project'],
    ["function f(db) { return db.query('select 1'); }", 'db: parameter without annotation'],
    ["function f(db = null) { return db.query('select 1'); }", 'db: parameter without annotation'],
    ["function f(db: any) { return db.query('select 1'); }", 'db: parameter: type any'],
    ["import type { Db } from './db'; function f(db: Db | null) { return db.query('select 1'); }", 'db: parameter: type of a module of the project'],
    ["import type { Db } from 'acme'; function f(db: Db) { return db.query('select 1'); }", 'db: parameter: type of package acme'],
    ["interface Db { query: unknown } function f(db: Db) { return db.query('select 1'); }", 'db: parameter: type of the file'],
    ["function f({ db }: { db: unknown }) { return db.query('select 1'); }", 'db: destructured parameter: type that is written out'],
    ["run(async (db) => db.query('select 1'))", 'db: parameter of a callback without annotation'],
    ["function f(ctx) { return ctx.state.db.query('select 1'); }", 'ctx.state.db: property: parameter without annotation'],
    ["db.query('select 1')", 'db: global variable'],
    ["let db; db.query('select 1')", 'db: variable that is never filled'],
    ["let db = null; db = open(); db.query('select 1')", 'db: result: global variable'],
    ["let db = one(); db = two(); db.query('select 1')", 'db: variable that is filled in several places'],
    ["for (const db of all) db.query('select 1')", 'db: variable of a loop'],
    ["class A { constructor(private db: Db) {} f() { return this.db.query('select 1'); } }", 'this.db: field: type computed of another'],
    ["class A { constructor(db) { this.db = db; } f() { return this.db.query('select 1'); } }", 'this.db: field: parameter without annotation'],
    ["class A { #db = open(); f() { return this.#db.query('select 1'); } }", 'this.#db: field: global variable'],
    ["class A { f() { return this.db.query('select 1'); } }", 'this.db: field that its class does not fill'],
    ["class A extends B { f() { return this.db.query('select 1'); } }", 'this.db: field of the class above'],
    ["class A { query() {} f() { return this.query('select 1'); } }", 'this: method of the class'],
    ["class A extends B { f() { return super.query('select 1'); } }", 'super: the class above'],
    ["import { query } from './db'; query('select 1')", 'query: function, import of a module of the project'],
    ["const query = (text) => text; query('select 1')", 'query: function, function of the file'],
    ["import { sql } from './db'; await sql`select 1`", 'sql: template, import of a module of the project'],
    ["function f(prisma) { return prisma.$queryRaw`select 1`; }", 'prisma: template, parameter without annotation'],
  ])('%s', (code, shape) => {
    expect(shapesOf(code)).toEqual([shape]);
  });
});

describe('what looks like a query', () => {
  it('may have its text in a constant, a config object, a template of a text builder, or out of sight', () => {
    const code = "import SQL from 'sql-template-strings'; const text = SQL`select 1`; const config = { text: 'select 2', values }; (odd, client) => { odd.query(text); odd.query(config); client.query(build()); odd.query(build()); odd.query(`${cte} select 3`); client.query(`${cte} select 4`); }";
    expect(shapesOf(code).map((told) => told.split(':')[0])).toEqual(['odd', 'odd', 'client', 'client']);
    // Without a driver in reach only what is SQL for certain counts.
    expect(shapesOf(code, { reachOf: () => 'nothing' }).map((told) => told.split(':')[0])).toEqual(['odd', 'odd']);
  });

  it('is no part of another template, and nothing that a call sends', () => {
    expect(shapesOf('const f = (sql, db) => [sql`select 1 ${sql`select 2`}`, sql`where a = 1`, db.execute(sql`select 3`), db.execute(flag ? sql`select 4` : sql`select 5`), sql`select 6`.execute(db)];')).toEqual([
      'sql: template, parameter without annotation',
      'db: parameter without annotation',
    ]);
  });

  it('is none of other libraries', () => {
    const code = [
      "import neo4j from 'neo4j-driver'; const driver = neo4j.driver(); class Graph { query(text) {} all() { return this.query('create table x'); } one() { return driver.query('select 1'); } }",
      "(clickhouse, page) => { clickhouse.query('select 1'); page.queryByText('Select a file from the list'); page.query({ sql: 1 }); client.query(() => 1); client.query({ query }); logger.info('select 1 from t'); }",
    ];
    for (const text of code) expect(shapesOf(text)).toEqual([]);
  });
});

describe('the packages of a tree', () => {
  let root = '';
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'eslint-plugin-db-'));
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    };
    write('package.json', '{ "private": true }');
    write('db/package.json', '{ "name": "@acme/db", "dependencies": { "mysql2": "3" } }');
    write('api/package.json', '{ "dependencies": { "@acme/db": "*", "acme": "1" } }');
    write('api/src/db.ts', '');
    write('web/package.json', '{ "dependencies": { "react": "19", "drizzle-orm": "0.45" } }');
    write('odd/package.json', '{ no json');
  });
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('reach a driver by themselves or through each other', () => {
    const projects = readProjects(root);
    expect(Object.fromEntries(['db/a.js', 'api/src/a.js', 'web/a.js', 'odd/a.js', 'a.js'].map((path) => [path, projects.reachOf(join(root, path))]))).toEqual({
      'db/a.js': 'direct',
      'api/src/a.js': 'direct',
      'web/a.js': 'indirect',
      'odd/a.js': 'nothing',
      'a.js': 'nothing',
    });
    expect(readProjects(join(fixtures, 'acme__driver')).reachOf(join(fixtures, 'acme__driver/src/users.js'))).toBe('itself');
  });

  it('tell what an import stands for', () => {
    const projects = readProjects(root);
    const kinds = ['./db', './db.js', './gone', '@acme/db/pool', 'acme', 'node:fs', 'fs', '@/db', 'src/db'].map((specifier) => projects.kindOf(specifier, join(root, 'api/src/index.ts')));
    expect(kinds).toEqual(['project', 'project', 'missing', 'workspace', 'package', 'package', 'package', 'alias', 'alias']);
  });

  it('have tests by path', () => {
    expect(['src/a.test.ts', 'test/a.js', 'src/__tests__/a.ts', 'e2e/a.ts', 'src/test.js', 'src/users-test-tools.ts', 'benchmarks/a.js'].filter((path) => !isTest(path))).toEqual([]);
    expect(['src/latest.ts', 'src/attest/a.ts', 'src/contest.js', 'src/users.ts'].filter(isTest)).toEqual([]);
  });
});

function measure(...args: readonly string[]): { readonly status: number | null; readonly out: string; readonly error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'bench/resolution/run.ts', ...args], { cwd: repository, encoding: 'utf8', env: { ...process.env, CORPUS_DIR: '' } });
  return { status, out: stdout, error: stderr };
}

describe('npm run measure', () => {
  const shop = join(fixtures, 'acme__shop');

  it('prints tables, shapes with places, the goal, the cost and judged places', () => {
    const { status, out, error } = measure('--by-tree', '--unresolved', '1', '--labels', join(fixtures, 'labels.json'), shop);
    expect(error).toBe('');
    expect(status).toBe(0);
    const lines = out.split('\n').map((line) => line.replace(/ {2,}/g, '  ').trim());
    expect(lines).toEqual(expect.arrayContaining(['pg  4  3  1  ·  ·  ·  ·  ·  ·  ·', 'total  9  3  1  ·  ·  ·  ·  ·  ·  5', '2 calls of other libraries that look like a driver were left out, and 0 calls in packages that can reach no driver.']));
    expect(lines).toEqual(expect.arrayContaining(['acme__shop  8  1  9  5  44.4 %  44.4 %  1', '3  parameter without annotation  (1 folder)', 'acme__shop/packages/report/src/report.js:1  thing']));
    expect(lines).toEqual(expect.arrayContaining(['Goal (9 calls)  proved or wrapper  with likely', 'all calls  44.4 %  44.4 %', 'The goal is missed.', 'filesSeen 7']));
    expect(lines).toEqual(expect.arrayContaining(['no-foreign-placeholder  2  1  0  0', 'made-up  2  0  0  0', 'acme__shop/src/gone.js:1  no rule  made-up: a file that is not there (this file was not linted)']));
  });

  it('prints reports with their source, and the same as JSON', () => {
    const { out } = measure('--reports', '--relint', join(shop, 'src/same-file.js'), '--times', '3', shop);
    expect(out).toContain("db/no-foreign-placeholder: 1\n  acme__shop/src/same-file.js:6:71\n      export const one = (id) => pool.query('select * from users where id = ?', [id]);\n      `?` in \"select * from users where id = ?\" is not");
    expect(out).toMatch(/All rules on .*same-file\.js, linted 3 times/);
    const json = JSON.parse(measure('--json', shop).out) as { readonly goal: { readonly all: unknown }; readonly trees: readonly { readonly name: string; readonly calls: readonly unknown[] }[] };
    expect(json.goal.all).toEqual({ calls: 9, proved: 4 / 9, withLikely: 4 / 9 });
    expect(json.trees.map(({ name, calls }) => [name, calls.length])).toEqual([['acme__shop', 11]]);
  });

  it('says what is wrong and how to get help', () => {
    const { status, out, error } = measure('--labels', 'package.json', shop);
    expect({ status, out, error }).toEqual({ status: 2, out: '', error: 'package.json holds no list of "labels".\nTry npm run measure -- --help.\n' });
  });

  it.each([
    ['nothing to measure', [], 'Name a folder, or set CORPUS_DIR.'],
    ['a folder that is not there', ['nowhere'], 'No such folder: nowhere'],
    ['a file for a folder', ['package.json'], 'No such folder: package.json'],
    ['an unknown preset', ['--preset', 'odd', '.'], '--preset takes recommended, strict, all, not "odd".'],
    ['a number that is none', ['--unresolved', 'many', '.'], '--unresolved takes a whole number, not "many".'],
    ['labels and reports without a preset', ['--labels', 'a.json', '--reports', '.'], '--labels and --reports together need --preset.'],
    ['an option that it does not know', ['--odd'], "Unknown option '--odd'"],
  ])('refuses %s', (_, args, message) => {
    expect(() => readOptions(args, {})).toThrow(message);
  });

  it('measures the folders below CORPUS_DIR where none is named', () => {
    expect(readOptions([], { CORPUS_DIR: fixtures })?.roots).toEqual(['acme__driver', 'acme__shop', 'acme__site'].map((name) => join(fixtures, name)));
    expect(readOptions(['--relint', 'a.js'], { CORPUS_DIR: fixtures })?.roots).toEqual([]);
  });

  it('does not lint a broken file again and again', () => {
    expect(() => lintAgain(shop, join(shop, 'src/broken.js'), 'const = 1', 1, OPTIONS)).toThrow('src/broken.js: ');
    expect(() => lintAgain(shop, join(shop, 'README.md'), '', 1, OPTIONS)).toThrow('README.md: ');
  });
});
