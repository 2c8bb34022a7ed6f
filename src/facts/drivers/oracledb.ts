import { spentClient } from '../checkouts.js';
import { emitterMembers } from '../event-emitter.js';
import { documentedPoolOpening } from '../openings.js';
import { listOfRows, recordWithRows, rowOfAnyShape } from '../readings.js';
import type { Driver, MemberFacts, Outcome, PlaceholderFacts, QueryFacts } from '../schema.js';

const other = { does: 'other' } as const;
const read = { does: 'read' } as const;

/** Text and values, or what `sql-template-tag` makes. Options come third. */
const execute: QueryFacts = {
  does: 'query',
  sql: { at: 'argument', index: 0, key: 'statement' },
  values: { at: 'argument', index: 1, key: 'values' },
  placeholders: 'binds',
  gives: { handle: 'result', promise: true },
  sent: 'now',
  callback: { parameters: [null, 'result'] },
};
const emitter = emitterMembers({ does: 'listen' });

/** A list of lists or records: one execution each. */
const executeMany: QueryFacts = {
  does: 'query',
  sql: { at: 'argument', index: 0 },
  values: { at: 'statement' },
  placeholders: 'binds',
  sent: 'now',
};

const connectionMembers: Readonly<Record<string, MemberFacts>> = {
  ...emitter,
  execute,
  executeMany,
  // Gives a stream at once.
  queryStream: {
    does: 'query',
    sql: { at: 'argument', index: 0, key: 'statement' },
    values: { at: 'argument', index: 1, key: 'values' },
    placeholders: 'binds',
    sent: 'now',
  },
  ...{ commit: other, rollback: other, breakExecution: other, break: other, ping: other, isHealthy: other, changePassword: other },
  ...{ getStatementInfo: other, runPipeline: other, directPathLoad: other, subscribe: other, unsubscribe: other, createLob: other },
  ...{ getDbObjectClass: other, getQueue: other, getSodaDatabase: other, decodeOSON: other, encodeOSON: other, shutdown: other, startup: other },
  ...{ beginSessionlessTransaction: other, resumeSessionlessTransaction: other, suspendSessionlessTransaction: other },
  ...{ tpcBegin: other, tpcCommit: other, tpcEnd: other, tpcForget: other, tpcPrepare: other, tpcRecover: other, tpcRollback: other },
  ...{ setEndUserSecurityContext: other, clearEndUserSecurityContext: other, clearAppContext: other },
  ...{ action: read, appContext: read, callTimeout: read, clientId: read, clientInfo: read, connectString: read, connectTraceConfig: read },
  ...{ currentSchema: read, dbDomain: read, dbName: read, dbOp: read, dbUniqueName: read, ecid: read, externalName: read, hostName: read },
  ...{ instanceName: read, internalName: read, isCompressionEnabled: read, ltxid: read, maxIdentifierLength: read, maxOpenCursors: read },
  ...{ module: read, oracleServerVersion: read, oracleServerVersionString: read, pdbName: read, port: read, protocol: read },
  ...{ serviceName: read, stmtCacheSize: read, tag: read, thin: read, transactionInProgress: read, user: read, warning: read },
};

/** Said by the driver itself, which reads the text for its placeholders before it sends anything. */
const wrongCount: Outcome = {
  code: 'NJS-098',
  message: 'NJS-098: {expected} bind placeholders were used in the SQL statement but {given} bind values were provided',
};
/** Without values the text reaches the server, which does not know the character. */
const noPlaceholder: Outcome = { message: 'the driver finds no bind placeholder in it, and the server does not know the character', inWords: true };

const binds: PlaceholderFacts = {
  // A list is bound in the order of the places, whatever their numbers and names are; in a PL/SQL block in the order of the names.
  positional: [],
  named: {
    styles: ['colon-name', 'colon-number'],
    keys: 'either',
    anyCase: true,
    fromList: 'each-place',
    missing: { message: 'NJS-098 or NJS-097, since the keys are not the names of the text', inWords: true },
    none: wrongCount,
  },
  rejects: {
    qmark: noPlaceholder,
    'qmark-number': noPlaceholder,
    'qmark-ident': noPlaceholder,
    'at-name': noPlaceholder,
    'dollar-number': noPlaceholder,
    'dollar-brace': noPlaceholder,
    'percent-s': noPlaceholder,
    'percent-name': noPlaceholder,
    'brace-name': noPlaceholder,
    'hash-brace': noPlaceholder,
  },
  quoted: wrongCount,
  tooFew: wrongCount,
  none: wrongCount,
  tooMany: wrongCount,
  unused: wrongCount,
  notAList: null,
};

export default {
  id: 'oracledb',
  title: 'node-oracledb',
  language: 'javascript',
  dialect: 'oracle',
  packages: ['oracledb'],
  measured: { oracledb: '7.0.1' },
  fromDocumentation: 'No Oracle Database was at hand: what the driver says was seen without a server, results are taken from its documentation.',
  modules: {
    oracledb: {
      commonjs: 'named',
      named: {
        createPool: { is: 'function', creates: { handle: 'pool', promise: true } },
        getPool: { is: 'function', creates: { handle: 'pool' } },
        // With a configuration a connection of its own, with none or an alias one of the pool that `createPool` made.
        getConnection: { is: 'member', handle: 'oracledbModule', member: 'getConnection' },
      },
      default: { is: 'namespace' },
    },
  },
  handles: {
    oracledbModule: {
      role: 'factory',
      title: 'oracledb',
      types: {},
      members: {
        getConnection: { does: 'acquire', gives: { handle: 'connection', promise: true }, callback: { parameters: [null, 'connection'] } },
      },
    },
    pool: {
      role: 'pool',
      title: 'oracledb Pool',
      opening: documentedPoolOpening,
      types: { oracledb: ['Pool'] },
      members: {
        ...emitter,
        getConnection: {
          does: 'acquire',
          gives: { handle: 'pooledConnection', promise: true },
          callback: { parameters: [null, 'pooledConnection'] },
        },
        ...{ close: { does: 'close' }, terminate: { does: 'close' } },
        ...{ reconfigure: other, setAccessToken: other, getStatistics: other, logStatistics: other },
        ...{ connectString: read, connectTraceConfig: read, connectionsInUse: read, connectionsOpen: read, edition: read, enableStatistics: read },
        ...{ events: read, externalAuth: read, homogeneous: read, maxLifetimeSession: read, poolAlias: read, poolIncrement: read, poolMax: read },
        ...{ poolMaxPerShard: read, poolMin: read, poolPingInterval: read, poolPingTimeout: read, poolTimeout: read, queueMax: read },
        ...{ queueTimeout: read, sessionCallback: read, sodaMetaDataCache: read, status: read, stmtCacheSize: read, thin: read, user: read },
      },
    },
    connection: {
      role: 'connection',
      title: 'oracledb Connection',
      types: { oracledb: ['Connection'] },
      members: { ...connectionMembers, close: { does: 'close' }, release: { does: 'close' } },
    },
    // Closing it gives it back.
    pooledConnection: {
      role: 'client',
      title: 'oracledb Connection',
      types: {},
      members: { ...connectionMembers, close: { does: 'release' }, release: { does: 'release' } },
      checkout: spentClient({ code: 'NJS-003', message: 'NJS-003: invalid or closed connection' }),
    },
    resultSet: {
      role: 'cursor',
      title: 'oracledb ResultSet',
      types: { oracledb: ['ResultSet'] },
      members: {
        // Both give promises.
        ...{ getRow: other, getRows: other, close: { does: 'close' }, toQueryStream: other, metaData: read },
      },
    },
    result: {
      role: 'result',
      title: 'oracledb result',
      types: { oracledb: ['Result'] },
      members: {
        // Undefined when nothing was selected, or when the option `resultSet` is set.
        rows: { does: 'read', gives: { handle: 'rows' } },
        resultSet: { does: 'read', gives: { handle: 'resultSet' } },
        ...{ rowsAffected: read, metaData: read, outBinds: read, lastRowid: read, implicitResults: read, warning: read },
      },
      reading: { ...recordWithRows, affected: 'rowsAffected' },
    },
    rows: { role: 'rows', title: 'rows', types: {}, members: {}, reading: listOfRows },
    // A list by default, a record with `outFormat: oracledb.OUT_FORMAT_OBJECT`.
    row: { role: 'row', title: 'row', types: {}, members: {}, reading: rowOfAnyShape },
  },
  placeholders: { binds },
} satisfies Driver as Driver;
