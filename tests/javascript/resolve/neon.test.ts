import { describe, expect, it } from 'vitest';
import { probe } from './probe.js';

const SQL = "import { neon, Pool } from '@neondatabase/serverless';\nconst sql = neon(url);\n";

/** name, expected, code. */
const forms: readonly (readonly [name: string, expected: string, code: string])[] = [
  ['a tag', 'neon.sql', `${SQL}probe(sql);`],
  ['a required tag', 'neon.sql', "const { neon } = require('@neondatabase/serverless'); probe(neon(url));"],
  ['a tag whose options may change the shape', 'neon.configuredSql', `${SQL}probe(neon(url, options));`],
  ['a pending query', 'neon.query', `${SQL}probe(sql\`select 1\`);`],
  ['its rows', 'neon.rows', `${SQL}probe(await sql\`select 1\`);`],
  ['the first of them', 'neon.row', `${SQL}const [row] = await sql\`select 1\`; probe(row);`],
  ['an outcome of unknown shape', 'neon.outcome', `${SQL}const full = neon(url, { fullResults: true }); probe(await full\`select 1\`);`],
  ['rows of query()', 'neon.rows', `${SQL}probe(await sql.query('select $1', [1]));`],
  ['query() with options', 'unknown', `${SQL}probe(await sql.query('select $1', [1], { fullResults: true }));`],
  ['a transaction', 'neon.transaction', `${SQL}sql.transaction((tx) => [probe(tx)]);`],
  ['a pool', 'neon.pool', `${SQL}probe(new Pool({ connectionString }));`],
  ['a client', 'neon.client', `${SQL}const client = await new Pool().connect(); probe(client);`],
  ['a result', 'promise neon.result', `${SQL}probe(new Pool().query('select 1'));`],
];

describe.each(['js', 'ts'] as const)('neon, read through the %s parser', (parser) => {
  it.each(forms)('%s: %s', (_name, expected, code) => {
    expect(probe(code, parser)).toBe(expected);
  });
});

it('neon by its types', () => {
  expect(probe("import type { NeonQueryFunction } from '@neondatabase/serverless'; function f(sql: NeonQueryFunction<false, false>) { probe(sql); }", 'ts')).toBe('neon.configuredSql');
});
