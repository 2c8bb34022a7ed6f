import { betterSqliteErrors, mysqlErrors, ownMessage, pgErrors, within } from '../driver-errors.js';
import type { ErrorFacts } from '../error-schema.js';
import { boundByMysql, boundByPg, boundByPostgresJs, boundBySqlite } from '../fragment-tags.js';
import { mysqlParseError } from '../mysql-server.js';
import { drizzleOpenings } from '../openings.js';
import { noSuchParameter } from '../postgres-server.js';
import { listOfRows, oneRow, pairOfRows, recordOfChanges, recordWithRows } from '../readings.js';
import type { Dialect, Driver, HandleFacts, MemberFacts, ModuleFacts, Outcome, PlaceholderFacts, QueryFacts } from '../schema.js';

const other = { does: 'other' } as const;
const read = { does: 'read' } as const;
const nothingTold = (names: string): Readonly<Record<string, MemberFacts>> => Object.fromEntries(names.split(' ').map((name) => [name, other]));

/** One module per driver beneath: `drizzle()` of each gives another database. */
type Beneath = 'nodePostgres' | 'postgresJs' | 'mysql2' | 'betterSqlite3';
const dialects: Readonly<Record<Beneath, Dialect>> = { nodePostgres: 'postgres', postgresJs: 'postgres', mysql2: 'mysql', betterSqlite3: 'sqlite' };
const specifiers: Readonly<Record<Beneath, string>> = {
  ...{ nodePostgres: 'drizzle-orm/node-postgres', postgresJs: 'drizzle-orm/postgres-js', mysql2: 'drizzle-orm/mysql2', betterSqlite3: 'drizzle-orm/better-sqlite3' },
};

/** A template, or a text whose further arguments are ignored. */
function sending(beneath: Beneath, gives: string): QueryFacts {
  return {
    does: 'query',
    sql: { at: 'argument', index: 0 },
    values: { at: 'nowhere' },
    placeholders: `${beneath}Text`,
    template: beneath,
    gives: beneath === 'betterSqlite3' ? { handle: gives } : { handle: gives, promise: true },
    sent: beneath === 'betterSqlite3' ? 'now' : 'when-awaited',
  };
}

const building = nothingTold('_ query $with $count $cache with select selectDistinct update insert delete');
const buildingInPostgres = nothingTold('selectDistinctOn refreshMaterializedView');

/** The errors of the driver beneath, which are inside of a DrizzleQueryError since 0.44; 0.43 let them through. */
const postgresJsErrors: ErrorFacts = { ...pgErrors, constraint: [['constraint_name']], classes: {} };
const errorsBeneath: Readonly<Record<Beneath, ErrorFacts>> = { nodePostgres: pgErrors, postgresJs: postgresJsErrors, mysql2: mysqlErrors, betterSqlite3: betterSqliteErrors };

function inQueryError(beneath: ErrorFacts): ErrorFacts {
  const { texts, ...places } = within('cause', beneath);
  return { ...places, texts: [ownMessage('Failed query: …'), ...texts], since: ['drizzle-orm', '0.44.0'] };
}
/** On SQLite `run` puts them inside of another error, and everything else does not. */
const errors: Readonly<Record<Beneath, ErrorFacts | null>> = {
  ...{ nodePostgres: inQueryError(pgErrors), postgresJs: inQueryError(postgresJsErrors), mysql2: inQueryError(mysqlErrors), betterSqlite3: null },
};

function membersOf(beneath: Beneath): Readonly<Record<string, MemberFacts>> {
  const transaction: MemberFacts = { does: 'transaction', callback: { parameters: [`${beneath}Transaction`] } };
  switch (beneath) {
    case 'nodePostgres':
    case 'postgresJs':
      return { ...building, ...buildingInPostgres, transaction, execute: sending(beneath, beneath === 'nodePostgres' ? 'result' : 'rows') };
    case 'mysql2':
      return { ...building, transaction, execute: sending(beneath, 'pair') };
    case 'betterSqlite3':
      return { ...building, transaction, all: sending(beneath, 'rows'), get: sending(beneath, 'row'), run: sending(beneath, 'changes'), values: { ...sending(beneath, 'lists') } };
  }
}

function handlesOf(beneath: Beneath, type: string, transactionType: string): Readonly<Record<string, HandleFacts>> {
  const ofTransaction = beneath === 'betterSqlite3' ? { rollback: other } : { rollback: other, ...(beneath !== 'mysql2' && { setTransaction: other }) };
  return {
    [beneath]: {
      role: 'pool',
      title: 'Drizzle',
      types: { [specifiers[beneath]]: [type] },
      dialect: dialects[beneath],
      opening: drizzleOpenings[beneath],
      errors: errors[beneath],
      members: { ...membersOf(beneath), $client: { does: 'read', gives: { handle: `${beneath}Client` } } },
    },
    // That of the driver beneath, for closing it.
    [`${beneath}Client`]: { role: 'pool', title: 'Drizzle $client', types: {}, errors: errorsBeneath[beneath], members: { [beneath === 'betterSqlite3' ? 'close' : 'end']: { does: 'close' } } },
    [`${beneath}Transaction`]: {
      role: 'transaction',
      title: 'Drizzle transaction',
      types: { [specifiers[beneath]]: [transactionType] },
      dialect: dialects[beneath],
      errors: errors[beneath],
      members: { ...membersOf(beneath), ...ofTransaction },
    },
  };
}

const moduleOf = (beneath: Beneath): ModuleFacts => ({ commonjs: 'named', named: { drizzle: { is: 'function', creates: { handle: beneath } } } });

const textInQuotes: Outcome = { message: 'the text in quotes stays as it is', silent: true };
/** A text takes no values, so that a placeholder of the server in it has none. */
const textOf = (style: 'dollar-number' | 'qmark', none: Outcome): PlaceholderFacts => ({
  positional: [style],
  named: null,
  rejects: {},
  quoted: textInQuotes,
  ...{ tooFew: none, none, tooMany: null, unused: null, notAList: null },
});

export default {
  id: 'drizzle-orm',
  title: 'Drizzle',
  language: 'javascript',
  dialect: null,
  packages: ['drizzle-orm'],
  measured: { 'drizzle-orm': '0.45.4' },
  modules: {
    'drizzle-orm': { commonjs: 'named', named: { sql: { is: 'handle', handle: 'sql' } } },
    'drizzle-orm/node-postgres': moduleOf('nodePostgres'),
    'drizzle-orm/postgres-js': moduleOf('postgresJs'),
    'drizzle-orm/mysql2': moduleOf('mysql2'),
    'drizzle-orm/better-sqlite3': moduleOf('betterSqlite3'),
  },
  handles: {
    ...handlesOf('nodePostgres', 'NodePgDatabase', 'NodePgTransaction'),
    ...handlesOf('postgresJs', 'PostgresJsDatabase', 'PostgresJsTransaction'),
    ...handlesOf('mysql2', 'MySql2Database', 'MySql2Transaction'),
    ...handlesOf('betterSqlite3', 'BetterSQLite3Database', 'BetterSQLiteTransaction'),
    sql: { role: 'fragment', title: 'Drizzle sql', types: {}, template: { handle: 'fragment' }, members: nothingTold('raw join identifier placeholder param empty fromList') },
    fragment: { role: 'fragment', title: 'Drizzle sql', types: { 'drizzle-orm': ['SQL'] }, members: nothingTold('append as mapWith inlineParams if getSQL') },
    // What the driver beneath gives: pg's result, the rows of postgres.js, mysql2's list of two.
    result: { role: 'result', title: 'Drizzle result', types: {}, members: { rows: { does: 'read', gives: { handle: 'rows' } }, rowCount: read, fields: read, command: read, oid: read }, reading: recordWithRows },
    pair: { role: 'result', title: 'Drizzle result', types: {}, members: { 0: { does: 'read', gives: { handle: 'rows' } }, 1: read }, reading: pairOfRows },
    rows: { role: 'rows', title: 'rows', types: {}, members: { count: read, command: read, columns: read, statement: read, state: read, affectedRows: read, insertId: read }, reading: listOfRows },
    row: { role: 'row', title: 'row', types: {}, members: {}, reading: oneRow },
    changes: { role: 'result', title: 'better-sqlite3 RunResult', types: {}, members: { changes: read, lastInsertRowid: read }, reading: recordOfChanges },
    // Each row is a list of its values.
    lists: { role: 'result', title: 'rows', types: {}, members: {}, reading: { shape: 'array' } },
  },
  // The server's error is the `cause` of Drizzle's "Failed query: …".
  placeholders: {
    ...{ nodePostgres: boundByPg, nodePostgresText: textOf('dollar-number', noSuchParameter), postgresJs: boundByPostgresJs, postgresJsText: textOf('dollar-number', noSuchParameter) },
    ...{ mysql2: boundByMysql, mysql2Text: textOf('qmark', mysqlParseError) },
    ...{ betterSqlite3: boundBySqlite, betterSqlite3Text: textOf('qmark', { message: 'Too few parameter values were provided' }) },
  },
} satisfies Driver as Driver;
