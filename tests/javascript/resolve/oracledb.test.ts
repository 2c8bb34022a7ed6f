import { describe, expect, it } from 'vitest';
import { probe } from './probe.js';

const HEAD = "import oracledb from 'oracledb';\nconst connection = await oracledb.getConnection({ user: 'shop' });\n";

/** name, expected, code. */
const forms: readonly (readonly [name: string, expected: string, code: string])[] = [
  ['a connection', 'oracledb.connection', `${HEAD}probe(connection);`],
  ['a connection of a callback', 'oracledb.connection', 'const oracledb = require(\'oracledb\'); oracledb.getConnection({}, (error, connection) => { probe(connection); });'],
  ['a function of the module by its name', 'promise oracledb.connection', 'import { getConnection } from \'oracledb\'; probe(getConnection());'],
  ['a pool', 'oracledb.pool', `${HEAD}probe(await oracledb.createPool({}));`],
  ['a pool by its alias', 'oracledb.pool', `${HEAD}probe(oracledb.getPool('shop'));`],
  ['a connection of a pool', 'oracledb.pooledConnection', `${HEAD}const pool = await oracledb.createPool({}); probe(await pool.getConnection());`],
  ['a result', 'oracledb.result', `${HEAD}probe(await connection.execute('select 1 from dual'));`],
  ['rows', 'oracledb.rows', `${HEAD}probe((await connection.execute('select 1 from dual')).rows);`],
  ['a result of a callback', 'oracledb.result', `${HEAD}connection.execute('select 1 from dual', [], (error, result) => { probe(result); });`],
];

describe.each(['js', 'ts'] as const)('oracledb, read through the %s parser', (parser) => {
  it.each(forms)('%s: %s', (_name, expected, code) => {
    expect(probe(code, parser)).toBe(expected);
  });
});

it('a connection by its type', () => {
  expect(probe("import type { Connection } from 'oracledb'; function f(connection: Connection) { probe(connection); }", 'ts')).toBe('oracledb.connection');
});
