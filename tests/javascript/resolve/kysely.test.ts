import { describe, expect, it } from 'vitest';
import { probe } from './probe.js';

const KYSELY = "import { Kysely, PostgresDialect, MysqlDialect, sql } from 'kysely';\nconst db = new Kysely({ dialect: new PostgresDialect({ pool }) });\n";

/** name, expected, code. */
const forms: readonly (readonly [name: string, expected: string, code: string])[] = [
  ['a dialect that is created in place', 'kysely.postgresKysely', `${KYSELY}probe(db);`],
  ['a dialect in a constant', 'kysely.mysqlKysely', `${KYSELY}const dialect = new MysqlDialect({}); probe(new Kysely({ dialect }));`],
  ['a dialect of somebody else', 'kysely.kysely', `${KYSELY}probe(new Kysely({ dialect: new OtherDialect() }));`],
  ['a transaction', 'kysely.postgresTransaction', `${KYSELY}db.transaction().execute(async (trx) => { probe(trx); });`],
  ['a transaction with a level', 'kysely.postgresTransaction', `${KYSELY}db.transaction().setIsolationLevel('serializable').execute(async (trx) => { probe(trx); });`],
  ['a template', 'kysely.fragment', `${KYSELY}probe(sql\`select 1\`);`],
  ['its result', 'kysely.result', `${KYSELY}probe(await sql\`select 1\`.execute(db));`],
  ['its rows', 'kysely.rows', `${KYSELY}const { rows } = await sql\`select 1\`.execute(db); probe(rows);`],
];

describe.each(['js', 'ts'] as const)('Kysely, read through the %s parser', (parser) => {
  it.each(forms)('%s: %s', (_name, expected, code) => {
    expect(probe(code, parser)).toBe(expected);
  });
});
