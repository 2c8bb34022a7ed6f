import { pgErrors } from '../driver-errors.js';
import { foreignToPostgresSql, foreignToPostgresTag } from '../foreign-api.js';
import { postgresOpening } from '../openings.js';
import { clientOfPool } from '../checkouts.js';
import { postgresPooled } from '../pooled.js';
import { bindSuppliesMore, noSuchParameter, rejectedByPostgres, undeterminedType } from '../postgres-server.js';
import { listOfRows, oneRow } from '../readings.js';
import type { Driver, MemberFacts, Outcome, QueryFacts } from '../schema.js';

/** sql`…` gives a pending query; awaiting that gives the rows. A tag inside another one's `${}` is a fragment and is not sent. */
const tag: QueryFacts = {
  does: 'query',
  sql: { at: 'template' },
  values: { at: 'template' },
  placeholders: 'tag',
  gives: { handle: 'query' },
  sent: 'when-awaited',
};
/** `unsafe(text, values, options)`; inside a template it is a fragment. */
const unsafe: QueryFacts = {
  does: 'query',
  sql: { at: 'argument', index: 0 },
  values: { at: 'argument', index: 1 },
  placeholders: 'server',
  gives: { handle: 'query' },
  sent: 'when-awaited',
};
const other = { does: 'other' } as const;
const read = { does: 'read' } as const;
const rowsMembers = { count: read, command: read, columns: read, statement: read, state: read } as const;

/** What all three can do. `file` sends the text of a file, which is not visible. */
const sqlMembers: Readonly<Record<string, MemberFacts>> = {
  unsafe,
  file: other,
  notify: other,
  array: other,
  json: other,
  typed: other,
  types: other,
};
/**
 * A pending query. `.values()` and `.raw()` turn the rows into lists, `.execute()` sends at once, `.simple()` takes several statements and
 * then gives a list for each; all of them give the query itself.
 */
function queryMembers(same: string): Readonly<Record<string, MemberFacts>> {
  const sameQuery = { does: 'become', gives: { handle: same } } as const;
  const reshaped = { does: 'become', gives: { handle: 'shapedQuery' } } as const;
  return {
    ...{ execute: sameQuery, simple: sameQuery, values: reshaped, raw: reshaped },
    // `stream` throws ".stream has been renamed to .forEach".
    ...{ describe: other, cursor: other, forEach: other, stream: other, readable: other, writable: other, cancel: other },
    ...{ then: other, catch: other, finally: other },
  };
}

/** It describes the statement before it binds: the server cannot tell the type of a value that has no placeholder. */
const noPlaceholderForFirst: Outcome = { code: '42P18', message: 'could not determine data type of parameter $1' };
/** In a tag `@name` goes unseen, as the absolute value of a column, and `${name}` is a value. */
const { 'at-name': absoluteValue, 'dollar-brace': hole, ...wrongInTag } = rejectedByPostgres;

export default {
  id: 'postgres',
  title: 'postgres.js',
  language: 'javascript',
  dialect: 'postgres',
  packages: ['postgres'],
  measured: { postgres: '3.4.9' },
  pooled: postgresPooled,
  modules: {
    postgres: { commonjs: 'default', named: {}, default: { is: 'function', creates: { handle: 'sql' } } },
  },
  handles: {
    sql: {
      role: 'pool',
      title: 'postgres.js sql',
      opening: postgresOpening,
      types: { postgres: ['Sql'] },
      foreign: foreignToPostgresSql,
      tag,
      members: {
        ...sqlMembers,
        // `begin(async tx => …)`, `begin('read write', async tx => …)`.
        begin: { does: 'transaction', callback: { parameters: ['transaction'] } },
        reserve: { does: 'acquire', gives: { handle: 'reserved', promise: true } },
        end: { does: 'close' },
        // Not in the typings; ends at once where `end` waits.
        close: { does: 'close' },
        // LISTEN and logical replication of the server, no listeners of the pool.
        listen: other,
        subscribe: other,
        largeObject: other,
        options: read,
        parameters: read,
        PostgresError: other,
        CLOSE: other,
        END: other,
      },
    },
    // Typed as if it had all that `sql` has; at run time `reserved.begin` and the like do not exist.
    reserved: {
      role: 'client',
      title: 'postgres.js reserved sql',
      types: { postgres: ['ReservedSql'] },
      foreign: foreignToPostgresTag,
      tag,
      members: { ...sqlMembers, release: { does: 'release' } },
      checkout: clientOfPool,
    },
    transaction: {
      role: 'transaction',
      title: 'postgres.js transaction',
      types: { postgres: ['TransactionSql'] },
      foreign: foreignToPostgresTag,
      tag,
      members: {
        ...sqlMembers,
        savepoint: { does: 'transaction', callback: { parameters: ['transaction'] } },
        // PREPARE TRANSACTION: the first half of a two-phase commit.
        prepare: other,
      },
    },
    query: {
      role: 'query',
      title: 'postgres.js query',
      types: { postgres: ['PendingQuery'] },
      awaited: 'rows',
      members: queryMembers('query'),
    },
    shapedQuery: {
      role: 'query',
      title: 'postgres.js query',
      types: { postgres: ['PendingValuesQuery', 'PendingRawQuery'] },
      awaited: 'shapedRows',
      members: queryMembers('shapedQuery'),
    },
    // An array with these properties besides.
    rows: {
      role: 'rows',
      title: 'postgres.js rows',
      types: { postgres: ['RowList'] },
      members: rowsMembers,
      reading: { ...listOfRows, affected: 'count' },
    },
    shapedRows: {
      role: 'result',
      title: 'postgres.js rows',
      types: { postgres: ['ValuesRowList', 'RawRowList'] },
      members: rowsMembers,
      reading: { ...listOfRows, affected: 'count' },
    },
    row: { role: 'row', title: 'row', types: { postgres: ['Row'] }, members: {}, reading: oneRow },
  },
  // Names of what an error is about end in `_name`.
  errors: { postgres: { ...pgErrors, constraint: [['constraint_name']], classes: {} } },
  placeholders: {
    server: {
      positional: ['dollar-number'],
      named: null,
      rejects: { ...rejectedByPostgres, 'at-name': noPlaceholderForFirst },
      quoted: undeterminedType,
      tooFew: bindSuppliesMore,
      none: noSuchParameter,
      tooMany: undeterminedType,
      unused: noPlaceholderForFirst,
      gap: undeterminedType,
      zero: { code: '42P02', message: 'there is no parameter $0' },
      // Whatever is no list is taken for the options, so that there are no values at all.
      notAList: { code: '42P02', message: 'there is no parameter $1' },
      scalar: { message: "Cannot use 'in' operator to search for 'simple' in …" },
    },
    // Every value stands in a `${}`.
    tag: {
      positional: [],
      named: null,
      rejects: wrongInTag,
      quoted: undeterminedType,
      tooFew: null,
      none: null,
      tooMany: null,
      unused: null,
      notAList: null,
      // The statement has a random name, such as "b9q1wbdn6wk34".
      handWritten: { code: '08P01', message: 'bind message supplies {given} parameters, but prepared statement "…" requires {expected}' },
      handWrittenBesideHoles: { message: 'it takes the value of the `${}` with that number', silent: true },
      holeInString: undeterminedType,
      holeInIdentifier: { code: '42703', message: 'column "${first}" does not exist' },
    },
  },
} satisfies Driver as Driver;
