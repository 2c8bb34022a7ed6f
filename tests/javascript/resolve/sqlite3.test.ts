import { describe, expect, it } from 'vitest';
import { probe } from './probe.js';

const HEAD = "const sqlite3 = require('sqlite3').verbose();\nconst db = new sqlite3.Database('a.db');\n";

/** name, expected, code. */
const forms: readonly (readonly [name: string, expected: string, code: string])[] = [
  ['a database', 'sqlite3.connection', `${HEAD}probe(db);`],
  ['without verbose()', 'sqlite3.connection', 'import sqlite3 from \'sqlite3\'; probe(new sqlite3.Database(\'a.db\'));'],
  ['verbose() of an import', 'sqlite3.connection', 'import sqlite3 from \'sqlite3\'; const { Database } = sqlite3.verbose(); probe(new Database(\'a.db\'));'],
  ['a cached database', 'sqlite3.cachedConnection', 'const sqlite3 = require(\'sqlite3\'); probe(sqlite3.cached.Database(\'a.db\'));'],
  ['rows', 'sqlite3.rows', `${HEAD}db.all('select 1', (error, rows) => { probe(rows); });`],
  ['one row', 'sqlite3.row', `${HEAD}db.get('select ?', [1], (error, row) => { probe(row); });`],
  ['the callbacks of each()', 'unknown', `${HEAD}db.each('select 1', (error, row) => {}, (error, count) => { probe(count); });`],
  ['awaiting gives the database', 'sqlite3.connection', `${HEAD}probe(await db.all('select 1'));`],
  ['a statement', 'sqlite3.statement', `${HEAD}probe(db.prepare('select 1').bind(1));`],
  ['rows of a statement', 'sqlite3.rows', `${HEAD}db.prepare('select 1').all((error, rows) => { probe(rows); });`],
];

describe.each(['js', 'ts'] as const)('sqlite3, read through the %s parser', (parser) => {
  it.each(forms)('%s: %s', (_name, expected, code) => {
    expect(probe(code, parser)).toBe(expected);
  });
});
