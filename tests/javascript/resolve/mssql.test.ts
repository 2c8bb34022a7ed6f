import { describe, expect, it } from 'vitest';
import { probe } from './probe.js';

const HEAD = "import sql from 'mssql';\nconst pool = await sql.connect('Server=db');\n";

/** name, expected, code. */
const forms: readonly (readonly [name: string, expected: string, code: string])[] = [
  ['a pool', 'mssql.modulePool', `${HEAD}probe(pool);`],
  ['a pool that is opened in a chain', 'mssql.pool', 'import { ConnectionPool } from \'mssql\'; probe(await new ConnectionPool({}).connect());'],
  ['a promise of a pool', 'promise mssql.pool', 'const { ConnectionPool } = require(\'mssql\'); probe(new ConnectionPool({}).connect().then((pool) => pool));'],
  ['a request with inputs', 'mssql.request', `${HEAD}probe(pool.request().input('id', 1).input('n', sql.Int, 2));`],
  ['a request of the global pool', 'mssql.request', `${HEAD}probe(new sql.Request());`],
  ['a result', 'mssql.result', `${HEAD}probe(await pool.request().query('select 1'));`],
  ['a result of the module', 'promise mssql.result', `${HEAD}probe(sql.query('select 1'));`],
  ['a result of a tag', 'mssql.result', `${HEAD}probe(await sql.query\`select 1\`);`],
  ['a result of a procedure', 'mssql.result', `${HEAD}probe(await pool.request().execute('find'));`],
  ['rows', 'mssql.rows', `${HEAD}const { recordset } = await pool.query('select 1'); probe(recordset);`],
  ['a result of a callback', 'mssql.result', `${HEAD}pool.query('select 1', (error, result) => { probe(result); });`],
  ['a request of a transaction', 'mssql.request', `${HEAD}const transaction = new sql.Transaction(pool); await transaction.begin(); probe(transaction.request());`],
  ['a result of a prepared statement', 'mssql.result', `${HEAD}const statement = new sql.PreparedStatement(pool); probe(await statement.execute({ id: 1 }));`],
];

describe.each(['js', 'ts'] as const)('mssql, read through the %s parser', (parser) => {
  it.each(forms)('%s: %s', (_name, expected, code) => {
    expect(probe(code, parser)).toBe(expected);
  });
});

it('a request by its type', () => {
  expect(probe("import { Request } from 'mssql'; function f(request: Request) { probe(request); }", 'ts')).toBe('mssql.request');
});
