import { describe, expect, it } from 'vitest';
import { probe } from './probe.js';

const KNEX = "import knex from 'knex';\n";

/** name, expected, code. */
const forms: readonly (readonly [name: string, expected: string, code: string])[] = [
  ['a client', 'knex.postgresKnex', `${KNEX}probe(knex({ client: 'pg' }));`],
  ['the named export', 'knex.mysqlKnex', "import { knex } from 'knex'; probe(knex({ client: 'mysql2' }));"],
  ['require, as a property', 'knex.sqliteKnex', "probe(require('knex').default({ client: 'sqlite3' }));"],
  ['settings in a constant', 'knex.postgresKnex', `${KNEX}const settings = { client: 'pg' }; probe(knex(settings));`],
  ['an address', 'knex.postgresKnex', `${KNEX}probe(knex('postgresql://db/shop'));`],
  ['the last of two values', 'knex.mysqlKnex', `${KNEX}probe(knex({ client: 'pg', client: 'mysql2' }));`],
  ['a client that may come from a spread', 'knex.knex', `${KNEX}probe(knex({ client: 'pg', ...settings }));`],
  ['a client after a spread', 'knex.postgresKnex', `${KNEX}probe(knex({ ...settings, client: 'pg' }));`],
  ['a client that is computed', 'knex.knex', `${KNEX}probe(knex({ client: process.env.CLIENT }));`],
  ['a client whose answers nobody saw', 'knex.knex', `${KNEX}probe(knex({ client: 'mssql' }));`],
  ['a name of every object', 'knex.knex', `${KNEX}probe(knex({ client: 'toString' }));`],
  ['a transaction in a callback', 'knex.postgresTransaction', `${KNEX}knex({ client: 'pg' }).transaction(async (trx) => { probe(trx); });`],
  ['a transaction that is awaited', 'knex.postgresTransaction', `${KNEX}const trx = await knex({ client: 'pg' }).transaction(); probe(trx);`],
  ['a result', 'knex.result', `${KNEX}probe(await knex({ client: 'pg' }).raw('select 1'));`],
  ['a list of two', 'knex.pair', `${KNEX}probe(await knex({ client: 'mysql2' }).raw('select 1'));`],
  ['rows', 'knex.rows', `${KNEX}probe(await knex({ client: 'better-sqlite3' }).raw('select 1').timeout(10));`],
];

describe.each(['js', 'ts'] as const)('Knex, read through the %s parser', (parser) => {
  it.each(forms)('%s: %s', (_name, expected, code) => {
    expect(probe(code, parser)).toBe(expected);
  });
});

it('a type in a namespace that is imported by name', () => {
  expect(probe("import type { Knex } from 'knex'; function f(trx: Knex.Transaction) { probe(trx); }", 'ts')).toBe('knex.transaction');
  expect(probe("import type { Knex } from 'knex'; export async function up(knex: Knex) { probe(knex); }", 'ts')).toBe('knex.knex');
});
