import { bindSuppliesMore, noSuchParameter, rejectedByPostgres, undeterminedType } from '../postgres-server.js';
import type { Driver, ExportFacts, MemberFacts, QueryFacts } from '../schema.js';

/** Also takes `{ text, values, name }` and, on one connection, a Cursor or QueryStream. */
const query: QueryFacts = {
  does: 'query',
  sql: { at: 'argument', index: 0, key: 'text' },
  values: { at: 'argument', index: 1, key: 'values' },
  placeholders: 'server',
  gives: { handle: 'result', promise: true },
  sent: 'now',
};
/** `new Cursor(text, values)`: the text is sent when a client's `query()` gets it. */
const submittable = { sql: { at: 'argument', index: 0 }, values: { at: 'argument', index: 1 }, placeholders: 'server', sent: 'now' } as const;

/** Listeners that get a client. */
const poolEvents = { connect: { parameters: ['client'] }, acquire: { parameters: ['client'] } } as const;

const emitter: Readonly<Record<string, MemberFacts>> = {
  on: { does: 'listen' },
  once: { does: 'listen' },
  addListener: { does: 'listen' },
  off: { does: 'other' },
  removeListener: { does: 'other' },
  removeAllListeners: { does: 'other' },
  emit: { does: 'other' },
};

const Pool: ExportFacts = { is: 'class', creates: { handle: 'pool' } };
const Client: ExportFacts = { is: 'class', creates: { handle: 'connection' } };
const clientMembers: Readonly<Record<string, MemberFacts>> = {
  ...emitter,
  query,
  escapeIdentifier: { does: 'other' },
  escapeLiteral: { does: 'other' },
  setTypeParser: { does: 'other' },
  getTypeParser: { does: 'other' },
};

export default {
  id: 'pg',
  title: 'node-postgres',
  language: 'javascript',
  dialect: 'postgres',
  packages: ['pg', 'pg-pool', 'pg-native', 'pg-cursor', 'pg-query-stream'],
  measured: { pg: '8.23.1', 'pg-pool': '3.14.0', 'pg-cursor': '2.22.0', 'pg-query-stream': '4.17.0' },
  modules: {
    pg: {
      commonjs: 'named',
      // The CommonJS object has `native` (null without pg-native); the ESM namespace has not.
      named: { Pool, Client, native: { is: 'namespace', of: { Pool, Client } } },
      default: { is: 'namespace' },
    },
    'pg-pool': { commonjs: 'default', named: {}, default: Pool },
    'pg-cursor': { commonjs: 'default', named: {}, default: { is: 'class', creates: { handle: 'cursor' }, query: submittable } },
    'pg-query-stream': { commonjs: 'default', named: {}, default: { is: 'class', creates: { handle: 'stream' }, query: submittable } },
  },
  handles: {
    pool: {
      role: 'pool',
      title: 'pg Pool',
      types: { pg: ['Pool'], 'pg-pool': ['Pool', 'default'] },
      members: {
        ...emitter,
        on: { does: 'listen', callback: poolEvents },
        once: { does: 'listen', callback: poolEvents },
        addListener: { does: 'listen', callback: poolEvents },
        query,
        // The third argument of the callback is the client's own release function.
        connect: { does: 'acquire', gives: { handle: 'client', promise: true }, callback: { parameters: [null, 'client', null] } },
        end: { does: 'close' },
        totalCount: { does: 'read' },
        idleCount: { does: 'read' },
        waitingCount: { does: 'read' },
      },
    },
    connection: {
      role: 'connection',
      title: 'pg Client',
      types: { pg: ['Client'] },
      members: { ...clientMembers, connect: { does: 'other' }, end: { does: 'close' } },
    },
    client: {
      role: 'client',
      title: 'pg PoolClient',
      types: { pg: ['PoolClient', 'ClientBase'] },
      members: { ...clientMembers, release: { does: 'release' } },
    },
    cursor: { role: 'cursor', title: 'pg-cursor', types: { 'pg-cursor': ['default'] }, members: { read: { does: 'read' }, close: { does: 'close' } } },
    stream: { role: 'cursor', title: 'pg-query-stream', types: { 'pg-query-stream': ['default'] }, members: {} },
    result: {
      role: 'result',
      title: 'pg Result',
      types: { pg: ['QueryResult', 'QueryArrayResult', 'Result'] },
      members: {
        rows: { does: 'read', gives: { handle: 'rows' } },
        rowCount: { does: 'read' },
        fields: { does: 'read' },
        command: { does: 'read' },
        oid: { does: 'read' },
      },
    },
    rows: { role: 'rows', title: 'rows', types: {}, members: {} },
    row: { role: 'row', title: 'row', types: {}, members: {} },
  },
  placeholders: {
    server: {
      positional: ['dollar-number'],
      named: null,
      rejects: rejectedByPostgres,
      quoted: bindSuppliesMore,
      tooFew: bindSuppliesMore,
      none: noSuchParameter,
      tooMany: bindSuppliesMore,
      unused: bindSuppliesMore,
      gap: undeterminedType,
      zero: { code: '42P02', message: 'there is no parameter $0' },
      notAList: { message: 'Query values must be an array' },
    },
  },
} satisfies Driver as Driver;
