/** Every rule knows a handle however it comes into the file: one test for each cell of the table, or the reason why there is none. */
import { join } from 'node:path';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { writeProject } from '../javascript/resolve/project-files.js';

const WAYS = ['same file', 'imported', 'wrapper', 'alias', 'parameter'] as const;
type Way = (typeof WAYS)[number];

/** The lines that make `db` the pool of node-postgres in the linted file, and the other files that they need. */
const OPENINGS: Readonly<Record<Way, { readonly head: string; readonly files: Readonly<Record<string, string>> }>> = {
  'same file': { head: "import { Pool } from 'pg';\nconst db = new Pool();", files: {} },
  imported: { head: "import { pool as db } from './db.js';", files: {} },
  wrapper: { head: "import * as db from './wrapper.js';", files: { 'wrapper.js': "import { pool } from './db.js';\nexport async function query(text, values) { console.log(text); return await pool.query(text, values); }\nexport const connect = () => pool.connect();" } },
  alias: { head: "import { pool } from '#db';\nconst { connection: db } = { connection: pool };", files: {} },
  parameter: { head: 'export async function run(db) {', files: { 'caller.js': "import { pool } from './db.js';\nimport { run } from './main.js';\nrun(pool);" } },
};

const SHARED = {
  'package.json': '{ "type": "module", "dependencies": { "pg": "8" }, "imports": { "#db": "./db.js" } }',
  'db.js': "import { Pool } from 'pg';\nexport const pool = new Pool();",
};

/** The same reason for every way but some. */
function everyWay(reason: string, ...but: readonly Way[]): Readonly<Partial<Record<Way, string>>> {
  return Object.fromEntries(WAYS.filter((way) => !but.includes(way)).map((way) => [way, reason]));
}

/** What a rule reports with `db`; a reason where a way makes no difference to the rule. */
const CODE: Readonly<Record<string, string | { readonly code: string; readonly not: Readonly<Partial<Record<Way, string>>> }>> = {
  'no-foreign-placeholder': "await db.query('select 1 where 1 = ?', [1]);",
  'no-placeholder-mismatch': "await db.query('select 1 where 1 = $1', [1, 2]);",
  'no-quoted-placeholder': "await db.query(\"select 1 where 'a' = '$1'\", ['a']);",
  'no-result-as-row': "const result = await db.query('select id from users');\nconsole.log(result[0].id);",
  'no-cached-statement': {
    code: "class Users { async find() { this.client ??= await db.connect(); try { return await this.client.query('select 1'); } finally { this.client.release(); } } }\nawait new Users().find();",
    not: { wrapper: 'a function that checks a client out gives it to its caller, who is not seen to give it back' },
  },
  'no-connection-per-request': {
    code: "import express from 'express';\nimport pg from 'pg';\nexpress().get('/', async (request, response) => { const own = new pg.Pool(); response.json(await own.query('select 1')); });",
    not: everyWay('it reports where a pool is opened, which is in the file itself', 'same file'),
  },
  'no-foreign-api': { code: "await db.execute('select 1');", not: { wrapper: 'the wrapper is an object of its own, whose members are not those of a driver' } },
  'no-fragile-error-check': "try { await db.query('insert into users values ($1)', [1]); } catch (error) { if (error.message.includes('duplicate key')) console.log('taken'); }",
  'no-prepare-on-pooler': {
    code: "import postgres from 'postgres';\nconst sql = postgres('postgres://app@aws-0-eu.pooler.supabase.com:6543/app');\nawait sql`select 1`;",
    not: everyWay('it reports where the driver connects, which is in the file itself', 'same file'),
  },
  'valid-settings': { code: '', not: everyWay('it reports the settings, whatever the code says') },
};

function reports(rule: string, way: Way, code: string): string[] {
  const { head, files } = OPENINGS[way];
  const text = way === 'parameter' ? `${head}\n${code}\n}` : `${head}\n${code}`;
  const root = writeProject({ ...SHARED, ...files, 'main.js': text });
  const config: Linter.Config = { files: ['**'], plugins: { db: plugin }, rules: { [`db/${rule}`]: 'error' } };
  return new Linter({ cwd: root }).verify(text, [config], { filename: join(root, 'main.js') }).map(({ ruleId }) => ruleId ?? 'does not parse');
}

const cells = Object.entries(CODE).flatMap(([rule, entry]) => WAYS.map((way) => ({ rule, way, code: typeof entry === 'string' ? entry : entry.code, reason: typeof entry === 'string' ? undefined : entry.not[way] })));

describe('a handle', () => {
  it.each(cells.filter(({ reason }) => reason === undefined))('of db/$rule: $way', ({ rule, way, code }) => {
    expect(reports(rule, way, code)).toEqual([`db/${rule}`]);
  });

  it('has a row for every rule', () => {
    expect(Object.keys(CODE).sort()).toEqual(Object.keys(plugin.rules).sort());
  });

  it('is left out with a reason alone', () => {
    expect(cells.filter(({ reason }) => reason !== undefined && reason.length < 20)).toEqual([]);
  });
});
