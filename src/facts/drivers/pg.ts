import { foreignToPgClient, foreignToPgConnection, foreignToPgPool } from '../foreign-api.js';
import { clientReleasedOnce, cursorOfClient, streamOfClient } from '../checkouts.js';
import { pgErrors } from '../driver-errors.js';
import { pgClientOpening, pgPoolOpening } from '../openings.js';
import { boundByServer, checkedOutMembers, connectionMembers, poolMembers, resultHandle, row, rows } from '../pg-api.js';
import { pgPooled } from '../pooled.js';
import type { Driver, ExportFacts } from '../schema.js';

/** `new Cursor(text, values)`: the text is sent when a client's `query()` gets it. */
const submittable = { sql: { at: 'argument', index: 0 }, values: { at: 'argument', index: 1 }, placeholders: 'server', sent: 'now' } as const;

const Pool: ExportFacts = { is: 'class', creates: { handle: 'pool' } };
const Client: ExportFacts = { is: 'class', creates: { handle: 'connection' } };

export default {
  id: 'pg',
  title: 'node-postgres',
  language: 'javascript',
  dialect: 'postgres',
  packages: ['pg', 'pg-pool', 'pg-native', 'pg-cursor', 'pg-query-stream'],
  measured: { pg: '8.23.1', 'pg-pool': '3.14.0', 'pg-cursor': '2.22.0', 'pg-query-stream': '4.17.0' },
  pooled: pgPooled,
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
    pool: { role: 'pool', title: 'pg Pool', types: { pg: ['Pool'], 'pg-pool': ['default'] }, members: poolMembers, opening: pgPoolOpening, foreign: foreignToPgPool },
    connection: { role: 'connection', title: 'pg Client', types: { pg: ['Client'] }, members: connectionMembers, opening: pgClientOpening, foreign: foreignToPgConnection },
    client: { role: 'client', title: 'pg PoolClient', types: { pg: ['PoolClient', 'ClientBase'] }, members: checkedOutMembers, checkout: clientReleasedOnce, foreign: foreignToPgClient },
    cursor: { role: 'cursor', title: 'pg-cursor', types: { 'pg-cursor': ['default'] }, members: { read: { does: 'read' }, close: { does: 'close' } }, checkout: cursorOfClient },
    stream: { role: 'cursor', title: 'pg-query-stream', types: { 'pg-query-stream': ['default'] }, members: {}, checkout: streamOfClient },
    result: { ...resultHandle, title: 'pg Result', types: { pg: ['QueryResult', 'QueryArrayResult', 'Result'] } },
    rows,
    row,
  },
  placeholders: { server: boundByServer },
  errors: { postgres: pgErrors },
} satisfies Driver as Driver;
