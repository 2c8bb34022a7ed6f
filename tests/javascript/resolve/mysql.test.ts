import { describe, expect, it } from 'vitest';
import { probe } from './probe.js';

const HEAD = "const mysql = require('mysql');\nconst pool = mysql.createPool({ host: 'db' });\n";

/** name, expected, code. */
const forms: readonly (readonly [name: string, expected: string, code: string])[] = [
  ['a pool', 'mysql.pool', `${HEAD}probe(pool);`],
  ['a connection', 'mysql.connection', 'import { createConnection } from \'mysql\'; probe(createConnection(\'mysql://db\'));'],
  ['rows', 'mysql.rows', `${HEAD}pool.query('select 1', (error, rows) => { probe(rows); });`],
  ['one row', 'mysql.row', `${HEAD}pool.query('select 1', (error, [row]) => { probe(row); });`],
  ['a connection of the pool', 'mysql.poolConnection', `${HEAD}pool.getConnection((error, connection) => { probe(connection); });`],
  ['a connection of a group', 'mysql.poolConnection', 'require(\'mysql\').createPoolCluster().getConnection(\'reader\', (error, connection) => { probe(connection); });'],
  ['awaiting gives no rows', 'mysql.command', `${HEAD}probe(await pool.query('select 1'));`],
];

describe.each(['js', 'ts'] as const)('mysql, read through the %s parser', (parser) => {
  it.each(forms)('%s: %s', (_name, expected, code) => {
    expect(probe(code, parser)).toBe(expected);
  });
});
