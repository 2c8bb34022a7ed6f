import { clientOfPool, statementOfClient } from '../checkouts.js';
import { mysqlErrors } from '../driver-errors.js';
import { emitterMembers } from '../event-emitter.js';
import { mysqlParseError, rejectedByMysql, rejectedInPrepared } from '../mysql-server.js';
import { foreignToMysqlCommand, foreignToMysqlConnection, foreignToMysqlPool } from '../foreign-api.js';
import { mysqlConnectionOpening, mysqlPoolOpening } from '../openings.js';
import { listOfRows, oneRow, pairOfRows } from '../readings.js';
import type { Driver, MemberFacts, ModuleFacts, Outcome, PlaceholderFacts } from '../schema.js';

const [other, read, close, release] = [{ does: 'other' }, { does: 'read' }, { does: 'close' }, { does: 'release' }] as const;
/** Text and values, or `{ sql, values }`. `query` writes the values into the text itself, `execute` lets the server bind them. */
const sql = { at: 'argument', index: 0, key: 'sql' } as const;
const values = { at: 'argument', index: 1, key: 'values' } as const;
const query = { does: 'query', sql, values: { ...values, scalar: true }, placeholders: 'format', sent: 'now' } as const;
const execute = { does: 'query', sql, values, placeholders: 'prepared', sent: 'now' } as const;
const executeStatement = { ...execute, sql: { at: 'statement' }, values: { at: 'argument', index: 0 }, placeholders: 'statement' } as const;

/** Awaiting what the callback API gives fails: "You have tried to call .then(), .catch(), or invoked await on the result of query …". */
const reshaping = { reshapedByOptions: ['rowsAsArray'] } as const;
const toCallback = { ...reshaping, gives: { handle: 'command' }, callback: { parameters: [null, 'rows', null] } } as const;
const toPromise = { ...reshaping, gives: { handle: 'result', promise: true } } as const;
const callbackQueries = { query: { ...query, ...toCallback }, execute: { ...execute, ...toCallback } } as const;
const promiseQueries = { query: { ...query, ...toPromise }, execute: { ...execute, ...toPromise } } as const;

const emitter = emitterMembers({ does: 'listen' });
/** Through a pool of the promise API, too, events bring a connection of the callback API. */
const withConnection = { parameters: ['poolConnection'] } as const;
const poolEvents = { connection: withConnection, acquire: withConnection, release: withConnection } as const;
const poolEmitter = emitterMembers({ does: 'listen', callback: poolEvents });

const escaping = { escape: other, escapeId: other, format: other } as const;
/** `close` and `createBinlogStream` are not in the typings. */
const connectionMembers: Readonly<Record<string, MemberFacts>> = {
  ...emitter,
  ...escaping,
  ...{ connect: other, changeUser: other, ping: other, reset: other, pause: other, resume: other, createBinlogStream: other },
  ...{ beginTransaction: other, commit: other, rollback: other, unprepare: other, config: read, threadId: read, state: read },
  ...{ end: close, close, destroy: close },
};
const callbackConnection: Readonly<Record<string, MemberFacts>> = {
  ...connectionMembers,
  ...callbackQueries,
  prepare: { does: 'prepare', sql, placeholders: 'statement', gives: { handle: 'command' }, callback: { parameters: [null, 'statement'] } },
  // Parts of the protocol, for servers that speak it themselves. Most of them are not in the typings.
  ...{ serverHandshake: other, writeOk: other, writeError: other, writeEof: other, writeTextResult: other, writePacket: other },
  ...{ write: other, writeColumns: other, writeTextRow: other, writeBinaryRow: other, addCommand: other, handlePacket: other },
  ...{ protocolError: other, startTLS: other, raw: other, authorized: read, stream: read, fatalError: read, packetParser: read },
  ...{ connectTimeout: read, compressedSequenceId: read, serverCapabilityFlags: read, serverEncoding: read, clientEncoding: read, sequenceId: read },
};
const promiseConnection: Readonly<Record<string, MemberFacts>> = {
  ...connectionMembers,
  ...promiseQueries,
  prepare: { does: 'prepare', sql, placeholders: 'statement', gives: { handle: 'promiseStatement', promise: true } },
};
const ofPool = { release, end: release, connection: read, connectionId: read, lastActiveTime: read } as const;

/** The callback comes last; a cluster takes `getConnection(group, selector, callback)`. */
const toConnection = { parameters: [null, 'poolConnection'] } as const;
const acquireByCallback = { does: 'acquire', gives: { handle: 'poolConnection' }, callback: toConnection } as const;
const acquire = { does: 'acquire', gives: { handle: 'promisePoolConnection', promise: true } } as const;
const callbackPool = { ...callbackQueries, getConnection: acquireByCallback } as const;
const promisePool = { ...promiseQueries, getConnection: acquire } as const;
const releaseConnection = { does: 'release', argument: 0 } as const;
const poolMembers: Readonly<Record<string, MemberFacts>> = { ...poolEmitter, ...escaping, releaseConnection, end: close };
const clusterMembers = { ...emitter, add: other, remove: other, end: close, config: read } as const;

const headers = ['ResultSetHeader', 'OkPacket'];
const promiseModule: ModuleFacts = {
  commonjs: 'named',
  named: {
    createPool: { is: 'function', creates: { handle: 'promisePool' } },
    createConnection: { is: 'function', creates: { handle: 'promiseConnection', promise: true } },
    createPoolCluster: { is: 'function', creates: { handle: 'promiseCluster' } },
  },
  default: { is: 'namespace' },
};

/** The option also exists in the config object of a single query. `:1` asks for the key `1`. */
const names = { styles: ['colon-name', 'colon-number'], option: 'namedPlaceholders' } as const;
const becomesNull: Outcome = { message: ':{name} becomes NULL', silent: true };
const noNames: Outcome = { message: 'Named query contains placeholders, but parameters object is undefined' };
const noUndefined: Outcome = { message: 'Bind parameters must not contain undefined. To pass SQL NULL specify JS null' };
const wrongCount: Outcome = { code: 'ER_WRONG_ARGUMENTS', message: 'Incorrect arguments to mysqld_stmt_execute' };
/** Seen on MariaDB 10.11: no row is found, and `insert … values (?, ?)` with ['zz', 7, 8] stores "\0\2zz\0" and 0. */
const misread: Outcome = { message: 'the server misreads the values, finds other rows and stores garbage', silent: true };
/** `?1` with 5 is sent as 51; text as a value leads to a parse error. */
const valueAndNumber: Outcome = { message: 'the value takes the place of the `?`, and the number stays behind it', silent: true };
const stringInQuotes: Outcome = { message: 'the text in quotes stays as it is, and its value is not used', silent: true };

const prepared: PlaceholderFacts = {
  positional: ['qmark'],
  named: { ...names, missing: noUndefined, none: mysqlParseError },
  rejects: rejectedInPrepared,
  quoted: stringInQuotes,
  tooFew: wrongCount,
  none: wrongCount,
  tooMany: misread,
  unused: null,
  notAList: { message: 'Bind parameters must be array if namedPlaceholders parameter is not enabled' },
};

export default {
  id: 'mysql2',
  title: 'mysql2',
  language: 'javascript',
  dialect: 'mysql',
  packages: ['mysql2'],
  measured: { mysql2: '3.24.6' },
  modules: {
    mysql2: {
      commonjs: 'named',
      named: {
        createPool: { is: 'function', creates: { handle: 'pool' } },
        createConnection: { is: 'function', creates: { handle: 'connection' } },
        createPoolCluster: { is: 'function', creates: { handle: 'cluster' } },
      },
      default: { is: 'namespace' },
    },
    ...{ 'mysql2/promise': promiseModule, 'mysql2/promise.js': promiseModule },
  },
  handles: {
    // `unprepare` is typed but does not exist.
    pool: {
      role: 'pool', title: 'mysql2 Pool', opening: mysqlPoolOpening, types: { mysql2: ['Pool'] }, foreign: foreignToMysqlPool,
      members: { ...poolMembers, ...callbackPool, promise: { does: 'become', gives: { handle: 'promisePool' } }, config: read },
    },
    connection: {
      role: 'connection', title: 'mysql2 Connection', opening: mysqlConnectionOpening, types: { mysql2: ['Connection'] }, foreign: foreignToMysqlConnection,
      members: { ...callbackConnection, promise: { does: 'become', gives: { handle: 'promiseConnection' } } },
    },
    // `end()` of a pooled connection only gives it back, with a warning, unless the option `gracefulEnd` is set.
    poolConnection: {
      role: 'client', title: 'mysql2 PoolConnection', checkout: clientOfPool, types: { mysql2: ['PoolConnection'] }, foreign: foreignToMysqlConnection,
      members: { ...callbackConnection, ...ofPool, promise: { does: 'become', gives: { handle: 'promisePoolConnection' } } },
    },
    cluster: {
      role: 'pool', title: 'mysql2 PoolCluster', opening: mysqlPoolOpening, types: { mysql2: ['PoolCluster'] },
      members: { ...clusterMembers, getConnection: acquireByCallback, of: { does: 'become', gives: { handle: 'clusterPool' } } },
    },
    // Typed as if it were an EventEmitter.
    clusterPool: { role: 'pool', title: 'mysql2 PoolNamespace', types: { mysql2: ['PoolNamespace'] }, members: callbackPool },
    statement: {
      role: 'statement', title: 'mysql2 statement', checkout: statementOfClient, types: { mysql2: ['PrepareStatementInfo'], 'mysql2/promise': ['PrepareStatementInfo'] },
      members: { execute: { ...executeStatement, ...toCallback }, close, query: read, id: read, parameters: read, columns: read },
    },
    command: {
      role: 'query', title: 'mysql2 Query', foreign: foreignToMysqlCommand, types: { mysql2: ['Query', 'Prepare'], 'mysql2/promise': ['Query', 'Prepare'] },
      members: { ...emitter, stream: other, start: other, determinePacket: other, then: other, catch: other, sql: read, values: read },
    },
    // Typed as if it were a connection, too: `prepare`, `beginTransaction`, `ping` and the like do not exist.
    promisePool: {
      role: 'pool', title: 'mysql2/promise Pool', opening: mysqlPoolOpening, types: { 'mysql2/promise': ['Pool'] }, foreign: foreignToMysqlPool,
      members: { ...poolMembers, ...promisePool, pool: { does: 'read', gives: { handle: 'pool' } } },
    },
    promiseConnection: {
      role: 'connection', title: 'mysql2/promise Connection', opening: mysqlConnectionOpening, types: { 'mysql2/promise': ['Connection'] }, foreign: foreignToMysqlConnection,
      members: { ...promiseConnection, connection: { does: 'read', gives: { handle: 'connection' } } },
    },
    promisePoolConnection: {
      role: 'client', title: 'mysql2/promise PoolConnection', checkout: clientOfPool, types: { 'mysql2/promise': ['PoolConnection'] }, foreign: foreignToMysqlConnection,
      members: { ...promiseConnection, release, end: release, connection: { does: 'read', gives: { handle: 'poolConnection' } } },
    },
    promiseCluster: {
      role: 'pool', title: 'mysql2/promise PoolCluster', opening: mysqlPoolOpening, types: { 'mysql2/promise': ['PoolCluster'] },
      members: { ...clusterMembers, getConnection: acquire, of: { does: 'become', gives: { handle: 'promiseClusterPool' } } },
    },
    promiseClusterPool: { role: 'pool', title: 'mysql2/promise PoolNamespace', types: { 'mysql2/promise': ['PoolNamespace'] }, members: promisePool },
    promiseStatement: {
      role: 'statement', title: 'mysql2/promise statement', checkout: statementOfClient, types: { 'mysql2/promise': ['PreparedStatementInfo'] },
      members: { execute: { ...executeStatement, ...toPromise }, close, statement: read },
    },
    // `const [rows, fields] = await …`.
    result: { role: 'result', title: 'mysql2 result', types: {}, members: { 0: { does: 'read', gives: { handle: 'rows' } }, 1: read }, reading: pairOfRows },
    // An array for what reads; for what writes an object with these properties.
    rows: {
      role: 'rows', title: 'mysql2 rows', types: { mysql2: headers, 'mysql2/promise': headers }, reading: { ...listOfRows, affected: 'affectedRows' },
      members: { affectedRows: read, insertId: read, changedRows: read, info: read, fieldCount: read, serverStatus: read, warningStatus: read },
    },
    row: { role: 'row', title: 'row', types: { mysql2: ['RowDataPacket'], 'mysql2/promise': ['RowDataPacket'] }, members: {}, reading: oneRow },
  },
  errors: { mysql: mysqlErrors },
  placeholders: {
    // Since 3.17 quotes and comments are left alone; sqlstring, which came before, replaced `?` everywhere.
    format: {
      positional: ['qmark', 'qmark-ident'],
      named: { ...names, missing: becomesNull, none: noNames },
      rejects: { ...rejectedByMysql, 'qmark-number': valueAndNumber },
      quoted: stringInQuotes,
      tooFew: mysqlParseError,
      none: mysqlParseError,
      tooMany: null,
      unused: null,
      // `SET ?` takes a record, and any `?` a single value.
      notAList: null,
    },
    prepared,
    // `prepare()` sends the text as it is: the option brings no names here.
    statement: { ...prepared, named: null, notAList: wrongCount },
  },
} satisfies Driver as Driver;
