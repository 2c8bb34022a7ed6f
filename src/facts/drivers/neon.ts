import { foreignToNeonSql } from '../foreign-api.js';
import { clientReleasedOnce } from '../checkouts.js';
import { pgErrors } from '../driver-errors.js';
import { boundByBundle, boundFromTag, boundFromText, checkedOutMembers, connectionMembers, poolMembers, resultHandle, row, rows } from '../pg-api.js';
import type { Driver, HandleFacts, MemberFacts, QueryFacts } from '../schema.js';

const specifier = '@neondatabase/serverless';
const other = { does: 'other' } as const;

/** sql`…` gives a pending query; inside another one's `${}` it is a fragment and is not sent. */
const tag = (pending: string): QueryFacts => ({
  does: 'query',
  sql: { at: 'template' },
  values: { at: 'template' },
  placeholders: 'tag',
  gives: { handle: pending },
  sent: 'when-awaited',
});
/** `query(text, values, options)`; the options may ask for another shape. */
const members = (pending: string): Readonly<Record<string, MemberFacts>> => ({
  query: {
    does: 'query',
    sql: { at: 'argument', index: 0 },
    values: { at: 'argument', index: 1 },
    placeholders: 'http',
    gives: { handle: pending },
    reshapedBy: 2,
    sent: 'when-awaited',
  },
  // Gives text that a template splices in as it is, and no query.
  unsafe: other,
  // Takes a list of queries, or a function that gives one and may not be async: they travel in one request.
  transaction: { does: 'transaction', callback: { parameters: ['transaction'] } },
});
const pendingMembers: HandleFacts['members'] = { then: other, catch: other, finally: other, execute: other, queryData: { does: 'read' }, opts: { does: 'read' } };

export default {
  id: 'neon',
  title: 'Neon serverless driver',
  language: 'javascript',
  dialect: 'postgres',
  packages: [specifier],
  measured: { [specifier]: '1.2.0' },
  fromDocumentation: 'The requests of the driver were answered by PostgreSQL 15 behind an endpoint of our own; the service of Neon itself was not asked.',
  modules: {
    [specifier]: {
      commonjs: 'named',
      named: {
        // `fullResults` and `arrayMode` among the options give other shapes.
        neon: { is: 'function', creates: { handle: 'sql' }, configured: { argument: 1, creates: { handle: 'configuredSql' } } },
        Pool: { is: 'class', creates: { handle: 'pool' } },
        Client: { is: 'class', creates: { handle: 'connection' } },
      },
    },
  },
  handles: {
    // Each query is an HTTP request, so that there is no connection to give back or to close.
    sql: { role: 'pool', title: 'neon sql', types: {}, foreign: foreignToNeonSql, tag: tag('query'), members: members('query') },
    configuredSql: {
      role: 'pool',
      title: 'neon sql',
      types: { [specifier]: ['NeonQueryFunction'] },
      tag: tag('configuredQuery'),
      members: members('configuredQuery'),
    },
    transaction: {
      role: 'transaction',
      title: 'neon transaction',
      types: { [specifier]: ['NeonQueryFunctionInTransaction'] },
      tag: tag('configuredQuery'),
      // `transaction` is there at run time, too, but not in the typings.
      members: members('configuredQuery'),
    },
    query: { role: 'query', title: 'neon query', types: {}, awaited: 'rows', members: pendingMembers },
    configuredQuery: { role: 'query', title: 'neon query', types: { [specifier]: ['NeonQueryPromise'] }, awaited: 'outcome', members: pendingMembers },
    // Rows, rows as lists, or the whole result: the options say which.
    outcome: { role: 'result', title: 'neon result', types: {}, members: {} },
    pool: { role: 'pool', title: 'neon Pool', types: { [specifier]: ['Pool'] }, members: poolMembers },
    connection: { role: 'connection', title: 'neon Client', types: { [specifier]: ['Client'] }, members: { ...connectionMembers, neonConfig: { does: 'read' } } },
    client: {
      role: 'client',
      title: 'neon PoolClient',
      types: { [specifier]: ['PoolClient', 'ClientBase'] },
      members: { ...checkedOutMembers, neonConfig: { does: 'read' } },
      checkout: clientReleasedOnce,
    },
    result: { ...resultHandle, title: 'neon Result', types: { [specifier]: ['QueryResult', 'QueryArrayResult', 'FullQueryResults'] } },
    rows,
    row,
  },
  errors: { postgres: pgErrors },
  placeholders: {
    server: boundByBundle,
    // The driver maps over the values; the function's name is that of the published bundle.
    http: { ...boundFromText, notAList: { message: 't.map is not a function' } },
    tag: boundFromTag,
  },
} satisfies Driver as Driver;
