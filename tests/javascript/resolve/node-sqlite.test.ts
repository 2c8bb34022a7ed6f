import { describe, expect, it } from 'vitest';
import { probe } from './probe.js';

const HEAD = "import { DatabaseSync } from 'node:sqlite';\nconst db = new DatabaseSync('a.db');\n";

/** name, expected, code. */
const forms: readonly (readonly [name: string, expected: string, code: string])[] = [
  ['a database', 'node-sqlite.connection', `${HEAD}probe(db);`],
  ['a statement', 'node-sqlite.statement', `${HEAD}probe(db.prepare('select 1'));`],
  ['rows', 'node-sqlite.rows', `${HEAD}probe(db.prepare('select 1').all());`],
  ['one row', 'node-sqlite.row', `${HEAD}const [row] = db.prepare('select 1').all(); probe(row);`],
  ['what a statement changed', 'node-sqlite.runResult', `${HEAD}probe(db.prepare('delete from t').run());`],
  ['a store of tags', 'node-sqlite.tagStore', `${HEAD}probe(db.createTagStore());`],
  ['a row of a tag', 'node-sqlite.row', `${HEAD}const sql = db.createTagStore(); probe(sql.get\`select 1\`);`],
  ['the database of a store', 'node-sqlite.connection', `${HEAD}probe(db.createTagStore().db);`],
  ['a method that is no tag', 'unknown', `${HEAD}probe(db.exec\`select 1\`);`],
  ['a module without the scheme', 'unknown', 'const { DatabaseSync } = require(\'sqlite\'); probe(new DatabaseSync(\'a.db\'));'],
];

describe.each(['js', 'ts'] as const)('node:sqlite, read through the %s parser', (parser) => {
  it.each(forms)('%s: %s', (_name, expected, code) => {
    expect(probe(code, parser)).toBe(expected);
  });
});

it('a database by its type', () => {
  expect(probe("import type { DatabaseSync } from 'node:sqlite'; function f(db: DatabaseSync) { probe(db); }", 'ts')).toBe('node-sqlite.connection');
});
