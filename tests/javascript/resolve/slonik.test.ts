import { describe, expect, it } from 'vitest';
import { probe } from './probe.js';

const POOL = "import { createPool, createSqlTag, sql } from 'slonik';\nconst pool = await createPool(url);\n";

/** name, expected, code. */
const forms: readonly (readonly [name: string, expected: string, code: string])[] = [
  ['a pool', 'slonik.pool', `${POOL}probe(pool);`],
  ['a pool that is not awaited', 'promise slonik.pool', `${POOL}probe(createPool(url));`],
  ['a connection', 'slonik.connection', `${POOL}pool.connect(async (connection) => { probe(connection); });`],
  ['what connect() gives is its callback’s', 'unknown', `${POOL}probe(pool.connect(find));`],
  ['a transaction in a connection', 'slonik.transaction', `${POOL}pool.connect((connection) => connection.transaction(async (tx) => { probe(tx); }));`],
  ['a query', 'slonik.query', `${POOL}probe(sql.unsafe\`select 1\`);`],
  ['a typed query', 'slonik.query', `${POOL}probe(sql.type(schema)\`select 1\`);`],
  ['a query is sent by a method and not by awaiting', 'slonik.query', `${POOL}probe(await sql.unsafe\`select 1\`);`],
  ['a tag with types', 'slonik.query', `${POOL}const typed = createSqlTag({ typeAliases }); probe(typed.typeAlias('id')\`select 1\`);`],
  ['a result', 'slonik.result', `${POOL}probe(await pool.query(sql.unsafe\`select 1\`));`],
  ['rows', 'promise slonik.rows', `${POOL}probe(pool.any(sql.unsafe\`select 1\`));`],
  ['one row', 'slonik.row', `${POOL}probe(await pool.one(sql.unsafe\`select 1\`));`],
  ['values of one column', 'unknown', `${POOL}probe(await pool.anyFirst(sql.unsafe\`select 1\`));`],
];

describe.each(['js', 'ts'] as const)('Slonik, read through the %s parser', (parser) => {
  it.each(forms)('%s: %s', (_name, expected, code) => {
    expect(probe(code, parser)).toBe(expected);
  });
});

it('a Slonik transaction by its type', () => {
  expect(probe("import type { DatabaseTransactionConnection } from 'slonik'; function f(tx: DatabaseTransactionConnection) { probe(tx); }", 'ts')).toBe('slonik.transaction');
});
