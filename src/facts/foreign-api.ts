/**
 * What people who know another driver write, by handles that share an answer. Each name was looked for on a real handle: it is not
 * there. Tests look again.
 */
import type { ForeignFacts, ForeignForm, ForeignForms, ForeignMember } from './foreign-schema.js';
import type { Outcome } from './placeholder-schema.js';

type Members = Readonly<Record<string, ForeignMember>>;

/** What JavaScript says of every method that is not there; `{name}` is what is called, as it is written. */
export const notAFunction: Outcome = { message: '{name} is not a function' };
/** The same where it is called on more than names, which the error shows in another way. */
export const noSuchMethod: Outcome = { message: 'there is no such method', inWords: true };

/** Methods of one driver, all of which are written in the same way here. */
function renamed(of: string, rename: string, ...names: readonly string[]): Members {
  return Object.fromEntries(names.map((name) => [name, { of, rename }]));
}
function replaced(of: string, instead: string, ...names: readonly string[]): Members {
  return Object.fromEntries(names.map((name) => [name, { of, instead }]));
}

const sqlite = ['run', 'all', 'get'] as const;
const ofPgPromise = ['one', 'oneOrNone', 'many', 'manyOrNone', 'any', 'none'] as const;
const ofAsyncpg = ['fetch', 'fetchall', 'fetchone', 'fetchOne', 'fetchrow', 'fetchval', 'executemany'] as const;

const rowsOfResult = '`query()`, whose result has the list of rows in `rows`';
const onOneClient = "`begin`, `commit` and `rollback` as texts for the `query()` of one client that `connect()` gives";
const onThisClient = "`query('begin')`, `query('commit')` and `query('rollback')`";

const pgQueries: Members = {
  ...renamed('mysql2', 'query', 'execute'),
  ...renamed('postgres.js', 'query', 'unsafe'),
  ...replaced('Knex', '`query()`', 'raw'),
  ...replaced('pg-promise', rowsOfResult, ...ofPgPromise),
  ...replaced("Python's drivers", rowsOfResult, ...ofAsyncpg),
  ...replaced('drivers of SQLite', rowsOfResult, ...sqlite),
  ...replaced('drivers of SQLite and MySQL', '`query({ name, text, values })`, which prepares the text under that name', 'prepare'),
  ...replaced('Prisma', '`query()`', '$queryRaw', '$executeRaw', '$queryRawUnsafe', '$executeRawUnsafe'),
};

const noText: Outcome = { message: 'A query must have either text or a name. Supplying neither is unsupported.' };
/** Seen on a pool and on a client. */
const pgForms = {
  tagged: { query: { outcome: noText, instead: "`query('… $1', [value])`" } },
  keys: { query: { outcome: noText, instead: 'the text under `text`', foreign: ['sql', 'query', 'statement'], key: 'text' } },
  awaitedWithCallback: {
    query: { outcome: { message: 'the call gives `undefined`, and `await` waits for nothing', silent: true }, instead: 'either `await` or the callback' },
  },
} as const satisfies ForeignFacts;
/** The pool gives its client back before anything is read. */
const lostCursor: ForeignForms = {
  query: { outcome: { message: 'its first reading waits for an answer that does not come', hangs: true }, instead: '`query()` of a client that `connect()` gives' },
};

export const foreignToPgPool: ForeignFacts = {
  ...pgForms,
  submitted: lostCursor,
  members: {
    ...pgQueries,
    ...renamed('mysql2', 'connect', 'getConnection'),
    ...replaced('mysql2', '`release()` of the client itself', 'releaseConnection'),
    ...replaced('other pools', '`release()` of the client that `connect()` gives', 'release', 'acquire'),
    ...renamed('other drivers', 'end', 'close', 'destroy'),
    ...replaced('other drivers', onOneClient, 'begin', 'beginTransaction', 'transaction', 'commit', 'rollback'),
    ...replaced('pg-promise', onOneClient, 'tx', 'task'),
  },
};

const clientMembers: Members = {
  ...pgQueries,
  ...replaced('other drivers', onThisClient, 'begin', 'beginTransaction', 'transaction', 'commit', 'rollback'),
  ...replaced('pg-promise', onThisClient, 'tx', 'task'),
};
export const foreignToPgConnection: ForeignFacts = { ...pgForms, members: { ...clientMembers, ...renamed('other drivers', 'end', 'close', 'destroy') } };
export const foreignToPgClient: ForeignFacts = { ...pgForms, members: { ...clientMembers, ...replaced('other drivers', '`release()`, which gives the client back to its pool', 'close', 'destroy') } };

const inTemplate = 'sql`…`, whose `${…}` are bound';

/** Names are passed to the function, `sql('column')`; a text is taken for one, until it is awaited. */
const calledPostgres: ForeignForm = {
  outcome: { code: 'NOT_TAGGED_CALL', message: 'NOT_TAGGED_CALL: Query not called as a tagged template literal' },
  instead: 'sql`…`, or `unsafe(text, values)` for a text that is put together elsewhere',
};
export const foreignToPostgresTag: ForeignFacts = { called: { '': calledPostgres } };
export const foreignToPostgresSql: ForeignFacts = {
  ...foreignToPostgresTag,
  members: {
    ...renamed('pg', 'unsafe', 'query'),
    ...renamed('mysql2', 'unsafe', 'execute'),
    ...replaced('Knex', inTemplate, 'raw'),
    ...replaced('pg-promise', inTemplate, ...ofPgPromise),
    ...replaced("Python's drivers", inTemplate, ...ofAsyncpg),
    ...replaced('drivers of SQLite', inTemplate, ...sqlite, 'prepare'),
    ...replaced('pg', 'the query at once, or `reserve()` for a connection of your own', 'connect'),
    ...renamed('mysql2', 'reserve', 'getConnection'),
    ...replaced('other drivers', '`release()` of what `reserve()` gives, or `end()` at the end of the program', 'release'),
    ...renamed('other drivers', 'end', 'destroy'),
    ...renamed('other drivers', 'begin', 'transaction', 'tx'),
    ...replaced('other drivers', '`begin(async (tx) => …)`, which commits or rolls back by itself', 'beginTransaction', 'task', 'commit', 'rollback'),
  },
};

const mysqlQueries: Members = {
  ...renamed('postgres.js', 'query', 'unsafe'),
  ...replaced('pg-promise', '`query()`', ...ofPgPromise),
  ...replaced("Python's drivers", '`query()`', ...ofAsyncpg),
  ...replaced('drivers of SQLite', '`execute()`', ...sqlite),
};
const onOneConnection = '`beginTransaction()`, `commit()` and `rollback()` of one connection that `getConnection()` gives';

export const foreignToMysqlPool: ForeignFacts = {
  members: {
    ...mysqlQueries,
    ...replaced('Knex', '`query()`', 'raw'),
    ...renamed('pg', 'getConnection', 'connect'),
    ...replaced('other pools', '`release()` of the connection that `getConnection()` gives', 'release', 'acquire'),
    ...renamed('other drivers', 'end', 'close', 'destroy'),
    ...replaced('a connection', onOneConnection, 'beginTransaction', 'commit', 'rollback'),
    ...replaced('other drivers', onOneConnection, 'begin', 'transaction', 'tx', 'task'),
    ...replaced('a connection', '`execute()`, which prepares the text by itself', 'prepare'),
  },
};
export const foreignToMysqlConnection: ForeignFacts = {
  members: {
    ...mysqlQueries,
    ...renamed('other drivers', 'beginTransaction', 'begin'),
    ...replaced('other drivers', '`beginTransaction()`, `commit()` and `rollback()`', 'transaction', 'tx', 'task'),
  },
};

/** The message goes on with what to write. */
export const foreignToNeonSql: ForeignFacts = {
  called: {
    '': {
      outcome: { message: 'This function can now be called only as a tagged-template function: sql`SELECT ${value}`, not sql("SELECT $1", [value], options).' },
      instead: 'sql`…`, or `query(text, values)` for a text that is put together elsewhere',
    },
  },
};

/** What it gives has a `then` that throws this. */
export const foreignToMysqlCommand: ForeignFacts = {
  awaited: {
    outcome: { message: 'You have tried to call .then(), .catch(), or invoked await on the result of query that is not a promise, which is a programming error.' },
    instead: 'the query to `promise()` of it, or import `mysql2/promise`',
  },
};
