import { clientOfPool } from '../checkouts.js';
import { mysqlErrors } from '../driver-errors.js';
import { emitterMembers } from '../event-emitter.js';
import { mysqlParseError, rejectedByMysql } from '../mysql-server.js';
import { mysqljsConnectionOpening, mysqljsPoolOpening } from '../openings.js';
import { listOfRows, oneRow } from '../readings.js';
import type { Driver, MemberFacts, Outcome } from '../schema.js';

const other = { does: 'other' } as const;
const read = { does: 'read' } as const;
const close = { does: 'close' } as const;
const release = { does: 'release' } as const;

/** Text and values, or `{ sql, values }`. The driver writes the values into the text itself. It knows no promises: awaiting waits for nothing. */
const query: MemberFacts = {
  does: 'query',
  sql: { at: 'argument', index: 0, key: 'sql' },
  values: { at: 'argument', index: 1, key: 'values', scalar: true },
  placeholders: 'format',
  sent: 'now',
  gives: { handle: 'command' },
  callback: { parameters: [null, 'rows', null] },
};

const emitter = emitterMembers({ does: 'listen' });
const withConnection = { parameters: ['poolConnection'] } as const;
const poolEmitter = emitterMembers({ does: 'listen', callback: { connection: withConnection, acquire: withConnection, release: withConnection } });
const escaping = { escape: other, escapeId: other } as const;

/** The callback comes last; a cluster takes `getConnection(group, selector, callback)`. */
const getConnection = { does: 'acquire', callback: { parameters: [null, 'poolConnection'] } } as const;

const connectionMembers: Readonly<Record<string, MemberFacts>> = {
  ...emitter,
  ...escaping,
  query,
  ...{ connect: other, changeUser: other, beginTransaction: other, commit: other, rollback: other, ping: other, statistics: other },
  ...{ pause: other, resume: other, format: other, createQuery: other, config: read, state: read, threadId: read },
  ...{ end: close, destroy: close },
};

/** The driver puts the code before the server's message. */
const coded = (outcome: Outcome): Outcome => ({ ...outcome, message: `${outcome.code ?? ''}: ${outcome.message}` });
const parseError = coded(mysqlParseError);
/** `?1` with 5 is sent as 51; text as a value leads to a parse error. */
const valueAndNumber: Outcome = { message: 'the value takes the place of the `?`, and the number stays behind it', silent: true };

export default {
  id: 'mysql',
  title: 'mysql',
  language: 'javascript',
  dialect: 'mysql',
  packages: ['mysql'],
  measured: { mysql: '2.18.1' },
  modules: {
    mysql: {
      commonjs: 'named',
      named: {
        createPool: { is: 'function', creates: { handle: 'pool' } },
        createConnection: { is: 'function', creates: { handle: 'connection' } },
        createPoolCluster: { is: 'function', creates: { handle: 'cluster' } },
      },
      default: { is: 'namespace' },
    },
  },
  handles: {
    pool: {
      role: 'pool',
      title: 'mysql Pool',
      opening: mysqljsPoolOpening,
      types: { mysql: ['Pool'] },
      members: {
        ...poolEmitter,
        ...escaping,
        query,
        getConnection,
        // A method of the pool for connections that `getConnection` gave; not in the typings.
        releaseConnection: { does: 'release', argument: 0 },
        acquireConnection: other,
        end: close,
        config: read,
      },
    },
    connection: { role: 'connection', title: 'mysql Connection', opening: mysqljsConnectionOpening, types: { mysql: ['Connection'] }, members: connectionMembers },
    // `end()` of a pooled connection only gives it back, with a warning.
    poolConnection: {
      role: 'client',
      title: 'mysql PoolConnection',
      types: { mysql: ['PoolConnection'] },
      // A second release goes unseen when somebody has taken it in between.
      checkout: { ...clientOfPool, releasedAgain: { message: 'Connection already released' } },
      members: { ...connectionMembers, release, end: release },
    },
    cluster: {
      role: 'pool',
      title: 'mysql PoolCluster',
      opening: mysqljsPoolOpening,
      types: { mysql: ['PoolCluster'] },
      members: { ...emitter, add: other, remove: other, end: close, getConnection, of: { does: 'become', gives: { handle: 'clusterPool' } } },
    },
    // Typed as a Pool.
    clusterPool: { role: 'pool', title: 'mysql PoolNamespace', types: {}, members: { query, getConnection } },
    command: {
      role: 'query',
      title: 'mysql Query',
      types: { mysql: ['Query'] },
      members: {
        ...emitter,
        stream: other,
        start: other,
        end: other,
        determinePacket: other,
        hasErrorHandler: other,
        sql: read,
        values: read,
        typeCast: read,
        nestTables: read,
      },
    },
    // An array for what reads; for what writes an object with these properties.
    rows: {
      role: 'rows',
      title: 'mysql rows',
      types: { mysql: ['OkPacket'] },
      members: {
        ...{ affectedRows: read, insertId: read, changedRows: read, fieldCount: read, serverStatus: read, warningCount: read, message: read },
        protocol41: read,
      },
      reading: { ...listOfRows, affected: 'affectedRows' },
    },
    row: { role: 'row', title: 'row', types: {}, members: {}, reading: oneRow },
  },
  // "ER_DUP_ENTRY: Duplicate entry '1' for key 'PRIMARY'".
  errors: { mysql: { ...mysqlErrors, texts: mysqlErrors.texts.map((place, index) => (index === 0 ? { ...place, holdsCode: true } : place)) } },
  placeholders: {
    // sqlstring replaces every `?`, in quotes and comments, too; three and more it leaves alone.
    format: {
      positional: ['qmark', 'qmark-ident'],
      named: null,
      rejects: {
        ...Object.fromEntries(Object.entries(rejectedByMysql).map(([style, outcome]) => [style, coded(outcome)])),
        'qmark-number': valueAndNumber,
      },
      insideStrings: true,
      quoted: { ...parseError, inWords: true },
      tooFew: parseError,
      none: parseError,
      tooMany: null,
      unused: null,
      // `SET ?` takes a record, and any `?` a single value.
      notAList: null,
    },
  },
} satisfies Driver as Driver;
