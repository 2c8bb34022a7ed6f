import { describe, expect, it } from 'vitest';
import { probe } from './probe.js';

const DB = "import pgPromise from 'pg-promise';\nconst pgp = pgPromise();\nconst db = pgp(url);\n";

/** name, expected, code. */
const forms: readonly (readonly [name: string, expected: string, code: string])[] = [
  ['the initialized library', 'pg-promise.library', `${DB}probe(pgp);`],
  ['a database', 'pg-promise.database', `${DB}probe(db);`],
  ['required and called twice in place', 'pg-promise.database', "probe(require('pg-promise')({})(url));"],
  ['a task', 'pg-promise.task', `${DB}db.task((t) => probe(t));`],
  ['a task with a tag', 'pg-promise.task', `${DB}db.task('find', async (t) => { probe(t); });`],
  ['a transaction with options', 'pg-promise.transaction', `${DB}db.tx({ mode }, async (t) => { probe(t); });`],
  ['a transaction in a task', 'pg-promise.transaction', `${DB}db.task((t) => t.txIf((inner) => probe(inner)));`],
  ['what a task gives is its callback’s', 'unknown', `${DB}probe(db.task(find));`],
  ['a connection', 'pg-promise.connected', `${DB}const c = await db.connect(); probe(c);`],
  ['rows', 'promise pg-promise.rows', `${DB}probe(db.any('select 1'));`],
  ['one row', 'pg-promise.row', `${DB}const user = await db.one('select 1', [id]); probe(user);`],
  ['the row of a loop', 'pg-promise.row', `${DB}for (const user of await db.many('select 1')) probe(user);`],
  ['the row that a mapping function gets', 'pg-promise.row', `${DB}db.map('select 1', [], (row) => probe(row));`],
  ['what a mapping function makes', 'unknown', `${DB}probe(await db.one('select 1', [], toUser));`],
  ['rows or not, as the mask says', 'unknown', `${DB}probe(await db.query('select 1', [], pgp.queryResult.one));`],
  ['rows of a result', 'pg-promise.rows', `${DB}const { rows } = await db.result('select 1'); probe(rows);`],
  ['nothing', 'unknown', `${DB}probe(await db.none('select 1'));`],
  ['a class of the required function', 'pg-promise.statement', "const { PreparedStatement } = require('pg-promise'); probe(new PreparedStatement({ name, text }));"],
  ['a class of the initialized library', 'pg-promise.statement', `${DB}probe(new pgp.PreparedStatement({ name, text }));`],
  ['no other property of it', 'unknown', "const { QueryFile } = require('pg-promise'); probe(new QueryFile(file));"],
];

const annotated: readonly (readonly [name: string, expected: string, code: string])[] = [
  ['a database', 'pg-promise.database', "import pgPromise from 'pg-promise'; function f(db: pgPromise.IDatabase<{}>) { probe(db); }"],
  ['a database of a type that is imported', 'pg-promise.database', "import type { IDatabase } from 'pg-promise'; function f(db: IDatabase<{}>) { probe(db); }"],
  ['a database with an extension', 'pg-promise.database', "import { IDatabase } from 'pg-promise'; type Db = IDatabase<Extension> & Extension; function f(db: Db) { probe(db); }"],
  ['a task', 'pg-promise.task', "import { ITask } from 'pg-promise'; function f(t: ITask<{}>) { probe(t); }"],
  ['a class imported by name', 'pg-promise.statement', "import { ParameterizedQuery as PQ } from 'pg-promise'; probe(new PQ('select 1'));"],
];

describe.each(['js', 'ts'] as const)('pg-promise, read through the %s parser', (parser) => {
  it.each(forms)('%s: %s', (_name, expected, code) => {
    expect(probe(code, parser)).toBe(expected);
  });
});

describe('pg-promise by its types', () => {
  it.each(annotated)('%s: %s', (_name, expected, code) => {
    expect(probe(code, 'ts')).toBe(expected);
  });
});
