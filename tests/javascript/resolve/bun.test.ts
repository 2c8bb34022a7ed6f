import { describe, expect, it } from 'vitest';
import { probe } from './probe.js';

const SQL = "import { sql, SQL } from 'bun';\n";

/** name, expected, code. */
const forms: readonly (readonly [name: string, expected: string, code: string])[] = [
  ['the ready tag', 'bun.sql', `${SQL}probe(sql);`],
  ['the ready tag of the global', 'bun.sql', 'probe(Bun.sql);'],
  ['the global, destructured', 'bun.sql', 'const { postgres } = Bun; probe(postgres);'],
  ['a variable of that name', 'unknown', 'function f(Bun) { probe(Bun.sql); }'],
  ['a server from the environment', 'bun.sql', `${SQL}probe(new SQL(process.env.DATABASE_URL));`],
  ['PostgreSQL by its address', 'bun.postgresSql', `${SQL}probe(new SQL('postgresql://db/shop', { max: 1 }));`],
  ['PostgreSQL by the adapter', 'bun.postgresSql', "probe(new Bun.SQL({ adapter: 'postgres', host }));"],
  ['MariaDB', 'bun.otherSql', `${SQL}probe(new SQL('mariadb://db/shop'));`],
  ['a transaction on PostgreSQL', 'bun.postgresSqlTransaction', `${SQL}new SQL('postgres://db').begin(async (tx) => { probe(tx); });`],
  ['a distributed transaction', 'bun.sqlTransaction', `${SQL}sql.beginDistributed('name', async (tx) => { probe(tx); });`],
  ['a reserved connection', 'bun.sqlReserved', `${SQL}const reserved = await sql.reserve(); probe(reserved);`],
  ['a query', 'bun.query', `${SQL}probe(sql\`select 1\`);`],
  ['rows', 'bun.rows', `${SQL}probe(await sql\`select 1\`);`],
  ['rows of a text', 'bun.rows', `${SQL}probe(await sql.unsafe('select 1').execute());`],
  ['rows of another shape', 'bun.outcome', `${SQL}probe(await sql\`select 1\`.values());`],
  ['one row', 'bun.row', `${SQL}const [row] = await sql\`select 1\`; probe(row);`],
];

describe.each(['js', 'ts'] as const)('Bun SQL, read through the %s parser', (parser) => {
  it.each(forms)('%s: %s', (_name, expected, code) => {
    expect(probe(code, parser)).toBe(expected);
  });
});

it('a transaction and a query of Bun by their types', () => {
  expect(probe("import type { SQL } from 'bun'; function f(query: SQL.Query<unknown>) { probe(query); }", 'ts')).toBe('bun.query');
  expect(probe("import type { TransactionSQL } from 'bun'; function f(tx: TransactionSQL) { probe(tx); }", 'ts')).toBe('bun.sqlTransaction');
});
