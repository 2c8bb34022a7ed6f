import { describe, expect, it } from 'vitest';
import { probe } from './probe.js';

const DB = "import { PGlite } from '@electric-sql/pglite';\nconst db = await PGlite.create('memory://');\n";

/** name, expected, code. */
const forms: readonly (readonly [name: string, expected: string, code: string])[] = [
  ['a database', 'pglite.database', "import { PGlite } from '@electric-sql/pglite'; probe(new PGlite());"],
  ['a database that is waited for', 'promise pglite.database', "const { PGlite } = require('@electric-sql/pglite'); probe(PGlite.create());"],
  ['no other static method', 'unknown', "import { PGlite } from '@electric-sql/pglite'; probe(PGlite.open());"],
  ['a result', 'pglite.result', `${DB}probe(await db.query('select 1'));`],
  ['a result of the tag', 'promise pglite.result', `${DB}probe(db.sql\`select 1\`);`],
  ['rows', 'pglite.rows', `${DB}const { rows } = await db.sql\`select 1\`; probe(rows);`],
  ['rows of another shape', 'unknown', `${DB}probe(await db.query('select 1', [], { rowMode: 'array' }));`],
  ['a result of exec()', 'pglite.result', `${DB}const [first] = await db.exec('select 1; select 2'); probe(first);`],
  ['a transaction', 'pglite.transaction', `${DB}db.transaction(async (tx) => { probe(tx); });`],
  ['the tag of a transaction', 'promise pglite.result', `${DB}db.transaction(async ({ sql }) => { probe(sql\`select 1\`); });`],
  ['a fragment', 'pglite.templatePart', "import { raw } from '@electric-sql/pglite/template'; probe(raw);"],
];

describe.each(['js', 'ts'] as const)('PGlite, read through the %s parser', (parser) => {
  it.each(forms)('%s: %s', (_name, expected, code) => {
    expect(probe(code, parser)).toBe(expected);
  });
});

it('PGlite with an extension by its type', () => {
  expect(probe("import type { PGliteWithLive } from '@electric-sql/pglite/live'; function f(db: PGliteWithLive) { probe(db); }", 'ts')).toBe('pglite.database');
});
