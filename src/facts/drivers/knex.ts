import { betterSqliteErrors, mysqlErrors, pgErrors, sqlite3Errors } from '../driver-errors.js';
import { emitterMembers } from '../event-emitter.js';
import { mysqlParseError, rejectedByMysql } from '../mysql-server.js';
import { knexOpenings } from '../openings.js';
import { knexPooled } from '../pooled.js';
import { bindSuppliesMore, noSuchParameter, rejectedByPostgres } from '../postgres-server.js';
import { listOfRows, oneRow, pairOfRows, recordWithRows } from '../readings.js';
import type { CheckoutFacts, Dialect, Driver, ExportFacts, HandleFacts, MemberFacts, Outcome, PlaceholderFacts, PlaceholderStyle } from '../schema.js';
import { rejectedBySqlite, rejectNames } from '../sqlite-server.js';

const other = { does: 'other' } as const;
const read = { does: 'read' } as const;
const emitter = emitterMembers({ does: 'listen' });
/** Its connection goes back with the transaction. */
const end = { does: 'release' } as const;
/** A second `commit()` goes unseen. Never ended: others may end it elsewhere. */
const completed: CheckoutFacts = { released: { message: 'Transaction query already complete, run with DEBUG=knex:tx for more info' } };

/** The clients whose answers were seen; another one, or one that is not written down, gives the handles without a dialect. */
type Server = 'postgres' | 'mysql' | 'betterSqlite' | 'sqlite';
const dialects: Readonly<Record<Server, Dialect>> = { postgres: 'postgres', mysql: 'mysql', betterSqlite: 'sqlite', sqlite: 'sqlite' };
const clients: Readonly<Record<string, Server>> = {
  ...{ pg: 'postgres', postgres: 'postgres', postgresql: 'postgres' },
  ...{ mysql2: 'mysql', 'better-sqlite3': 'betterSqlite', sqlite3: 'sqlite', sqlite: 'sqlite' },
};
const byClient = Object.fromEntries(Object.entries(clients).map(([client, server]) => [client, `${server}Knex`]));

/** `knex.raw(text, values)`: a builder that is sent when it is awaited, or a part of another one. */
function rawOf(server: Server | null): MemberFacts {
  const from = server ?? 'postgres';
  return {
    does: 'query',
    sql: { at: 'argument', index: 0 },
    values: { at: 'argument', index: 1, scalar: true },
    placeholders: from,
    placeholdersWithoutValues: `${from}Text`,
    placeholdersWithRecord: `${from}Text`,
    gives: { handle: server === null ? 'raw' : `${server}Raw` },
    sent: 'when-awaited',
  };
}

const nothingTold = (names: string): Readonly<Record<string, MemberFacts>> => Object.fromEntries(names.split(' ').map((name) => [name, other]));

/** What builds queries and schemas without a text of SQL. */
const building = nothingTold(
  'VERSION __knex__ transactionProvider initialize batchInsert schema queryBuilder client migrate seed fn ref userParams ' +
    'withUserParams isTransaction select as columns column comment hintComment from fromRaw into table distinct distinctOn join ' +
    'joinRaw innerJoin leftJoin leftOuterJoin rightJoin rightOuterJoin outerJoin fullOuterJoin crossJoin jsonExtract jsonSet ' +
    'jsonInsert jsonRemove using with withMaterialized withNotMaterialized withRecursive withRaw withSchema withWrapped where ' +
    'andWhere orWhere whereNot andWhereNot orWhereNot whereRaw orWhereRaw andWhereRaw whereWrapped havingWrapped whereExists ' +
    'orWhereExists whereNotExists orWhereNotExists whereIn orWhereIn whereNotIn orWhereNotIn whereLike andWhereLike orWhereLike ' +
    'whereILike andWhereILike orWhereILike whereNull orWhereNull whereNotNull orWhereNotNull whereBetween orWhereBetween ' +
    'andWhereBetween whereNotBetween orWhereNotBetween andWhereNotBetween whereJsonObject orWhereJsonObject andWhereJsonObject ' +
    'whereNotJsonObject orWhereNotJsonObject andWhereNotJsonObject whereJsonPath orWhereJsonPath andWhereJsonPath ' +
    'whereJsonSupersetOf orWhereJsonSupersetOf andWhereJsonSupersetOf whereJsonNotSupersetOf orWhereJsonNotSupersetOf ' +
    'andWhereJsonNotSupersetOf whereJsonSubsetOf orWhereJsonSubsetOf andWhereJsonSubsetOf whereJsonNotSubsetOf ' +
    'orWhereJsonNotSubsetOf andWhereJsonNotSubsetOf groupBy groupByRaw orderBy orderByRaw partitionBy union unionAll intersect ' +
    'except having andHaving havingRaw orHaving orHavingRaw havingIn orHavingNotBetween havingNotBetween orHavingBetween ' +
    'havingBetween havingNotIn andHavingNotIn orHavingNotIn havingNull havingNotNull orHavingNull orHavingNotNull clearSelect ' +
    'clearWhere clearGroup clearOrder clearHaving clearCounters clear offset limit count countDistinct min max sum sumDistinct avg ' +
    'avgDistinct increment decrement rank denseRank rowNumber first pluck insert upsert modify update returning onConflict ' +
    'updateFrom del delete truncate',
);

function knexOf(server: Server | null): Readonly<Record<string, MemberFacts>> {
  const transaction = server === null ? 'transaction' : `${server}Transaction`;
  return {
    ...emitter,
    ...building,
    raw: rawOf(server),
    transaction: { does: 'transaction', callback: { parameters: [transaction] }, gives: { handle: transaction, promise: true } },
    destroy: { does: 'close' },
  };
}

function handlesOf(server: Server | null): Readonly<Record<string, HandleFacts>> {
  const name = (handle: string): string => (server === null ? handle : `${server}${handle.charAt(0).toUpperCase()}${handle.slice(1)}`);
  const variant = (handle: string, types: string): Pick<HandleFacts, 'types' | 'dialect' | 'variantOf' | 'errors'> =>
    server === null ? { types: { knex: [types] } } : { types: {}, dialect: dialects[server], variantOf: handle, ...(server === 'sqlite' && { errors: sqlite3Errors }) };
  const same: MemberFacts = { does: 'become', gives: { handle: name('raw') } };
  const transaction: Readonly<Record<string, MemberFacts>> = {
    ...{ executionPromise: read, parentTransaction: read, isCompleted: other, query: other, commit: end, rollback: end },
    savepoint: { does: 'transaction', callback: { parameters: [name('transaction')] } },
  };
  return {
    [name('knex')]: { role: 'pool', title: 'Knex', ...variant('knex', 'Knex'), members: knexOf(server), opening: knexOpenings[server ?? 'any'] },
    [name('transaction')]: { role: 'transaction', title: 'Knex transaction', ...variant('transaction', 'Knex.Transaction'), members: { ...knexOf(server), ...transaction }, checkout: completed },
    [name('raw')]: {
      role: 'query',
      title: 'Knex raw query',
      ...variant('raw', 'Knex.Raw'),
      ...(server !== null && { awaited: server === 'postgres' ? 'result' : server === 'mysql' ? 'pair' : 'rows' }),
      members: {
        ...emitter,
        ...{ timeout: same, options: same, connection: same, debug: same, transacting: same, wrap: same },
        ...nothingTold('toSQL toQuery queryContext stream pipe asCallback then catch finally generateDdlCommands'),
      },
    },
  };
}

const knex: ExportFacts = { is: 'function', creates: { handle: 'knex' }, choice: { option: 'client', handles: byClient } };

/** Said before anything is sent. "Expected" are the values, "saw" are the `?`, those in quotes and comments among them. */
const wrongCount: Outcome = { message: 'Expected {given} bindings, saw {expected}' };

type Rejects = PlaceholderFacts['rejects'];

function without(rejects: Rejects, styles: readonly PlaceholderStyle[]): Rejects {
  return Object.fromEntries(Object.entries(rejects).filter(([style]) => styles.every((left) => left !== style)));
}

const questionMarks = ['qmark', 'qmark-ident', 'qmark-number'] as const;
/** Meant otherwise, or bound from a record, where no list is given. */
const openWithoutList = [...questionMarks, 'colon-name', 'colon-number', 'dollar-number', 'at-name'] as const;

interface Answers {
  /** A `?` and a `:name` that are left to the server. */
  readonly unbound: Outcome;
  readonly unboundName: Outcome | undefined;
  /** A placeholder in quotes that has been counted. */
  readonly quoted: Outcome;
  /** `?1`, of which only the `?` is replaced. */
  readonly numbered: Outcome | null;
  readonly rejects: Rejects;
}

/** The contract with a list, and the one for texts without values or with a record, in which `?` is nothing. */
function contracts(server: Server, { unbound, unboundName = unbound, quoted, numbered, rejects }: Answers): Readonly<Record<string, PlaceholderFacts>> {
  const named = { styles: ['colon-name', 'colon-number'], missing: unboundName } as const;
  const counted = { tooFew: wrongCount, emptyList: wrongCount, tooMany: wrongCount, unused: wrongCount } as const;
  const uncounted = Object.fromEntries(Object.keys(without(rejects, questionMarks)).map((style) => [style, wrongCount]));
  const numberedStyle = numbered === null ? {} : { 'qmark-number': numbered };
  return {
    [server]: { positional: ['qmark', 'qmark-ident'], named, rejects: { ...uncounted, ...numberedStyle }, quoted, none: unbound, ...counted, notAList: unbound, scalar: null },
    [`${server}Text`]: { positional: ['qmark'], named, rejects: without(rejects, openWithoutList), quoted, tooFew: null, none: unbound, tooMany: null, unused: null, notAList: unbound, scalar: null },
  };
}

const noFirstParameter: Outcome = { code: '42P02', message: 'there is no parameter $1' };
/** `?1` becomes `$11`. */
const noTypeOfFirst: Outcome = { code: '42P18', message: 'could not determine data type of parameter $1' };
const becomesNull: Outcome = { message: 'the placeholder is NULL', silent: true };
const missingNames: Outcome = { message: 'Missing named parameters' };
const tooMany: Outcome = { message: 'Too many parameter values were provided' };
const textInQuotes: Outcome = { message: 'the text in quotes stays as it is, and its value is not used', silent: true };
const numberStays: Outcome = { message: 'the value takes the place of the `?`, and the number stays behind it', silent: true };

export default {
  id: 'knex',
  title: 'Knex',
  language: 'javascript',
  dialect: null,
  packages: ['knex'],
  measured: { knex: '3.3.0' },
  pooled: knexPooled,
  modules: { knex: { commonjs: 'default', named: { knex, default: knex }, default: knex } },
  handles: {
    ...handlesOf(null),
    ...handlesOf('postgres'),
    ...handlesOf('mysql'),
    ...handlesOf('betterSqlite'),
    ...handlesOf('sqlite'),
    // The result of the driver beneath: pg's, mysql2's list of two, and rows.
    result: { role: 'result', title: 'Knex result', types: {}, members: { rows: { does: 'read', gives: { handle: 'rows' } } }, reading: recordWithRows },
    pair: { role: 'result', title: 'Knex result', types: {}, members: { 0: { does: 'read', gives: { handle: 'rows' } } }, reading: pairOfRows },
    rows: { role: 'rows', title: 'rows', types: {}, members: {}, reading: listOfRows },
    row: { role: 'row', title: 'row', types: {}, members: {}, reading: oneRow },
  },
  // A message of the server stands behind the text of the query and " - ".
  errors: { postgres: pgErrors, mysql: mysqlErrors, sqlite: betterSqliteErrors },
  placeholders: {
    ...contracts('postgres', { unbound: noFirstParameter, unboundName: rejectedByPostgres['colon-name'], quoted: bindSuppliesMore, numbered: noTypeOfFirst, rejects: { ...rejectedByPostgres, 'dollar-number': noSuchParameter } }),
    ...contracts('mysql', { unbound: mysqlParseError, unboundName: mysqlParseError, quoted: textInQuotes, numbered: numberStays, rejects: rejectedByMysql }),
    ...contracts('betterSqlite', {
      unbound: { message: 'Too few parameter values were provided' },
      unboundName: missingNames,
      quoted: tooMany,
      numbered: tooMany,
      rejects: { ...rejectedBySqlite((message) => ({ code: 'SQLITE_ERROR', message })), ...rejectNames(missingNames) },
    }),
    ...contracts('sqlite', {
      unbound: becomesNull,
      unboundName: becomesNull,
      quoted: { code: 'SQLITE_RANGE', message: 'SQLITE_RANGE: column index out of range' },
      numbered: null,
      rejects: { ...rejectedBySqlite((message) => ({ code: 'SQLITE_ERROR', message: `SQLITE_ERROR: ${message}` })), ...rejectNames(becomesNull) },
    }),
  },
} satisfies Driver as Driver;
