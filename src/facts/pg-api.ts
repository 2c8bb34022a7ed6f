/** The API of node-postgres, which other drivers of PostgreSQL have, too. */
import { emitterMembers } from './event-emitter.js';
import { bindSuppliesMore, noSuchParameter, rejectedByPostgres, undeterminedType } from './postgres-server.js';
import { listOfRows, oneRow, recordWithRows } from './readings.js';
import type { HandleFacts, MemberFacts, PlaceholderFacts, QueryFacts } from './schema.js';

const other = { does: 'other' } as const;
const read = { does: 'read' } as const;

/** Also takes `{ text, values, name }` and, on one connection, a Cursor or QueryStream. */
export const query: QueryFacts = {
  does: 'query',
  sql: { at: 'argument', index: 0, key: 'text' },
  values: { at: 'argument', index: 1, key: 'values' },
  placeholders: 'server',
  gives: { handle: 'result', promise: true },
  sent: 'now',
};

/** Listeners that get a client. */
const withClient = { parameters: ['client'] } as const;
const poolEmitter = emitterMembers({ does: 'listen', callback: { connect: withClient, acquire: withClient } });

export const poolMembers: Readonly<Record<string, MemberFacts>> = {
  ...poolEmitter,
  query,
  // The third argument of the callback is the client's own release function.
  connect: { does: 'acquire', gives: { handle: 'client', promise: true }, callback: { parameters: [null, 'client', null] } },
  end: { does: 'close' },
  ...{ totalCount: read, idleCount: read, waitingCount: read, expiredCount: read, ending: read, ended: read, options: read },
};

/** What a connection of its own and a checked-out client have in common. */
const clientMembers: Readonly<Record<string, MemberFacts>> = {
  ...emitterMembers({ does: 'listen' }),
  query,
  ...{ escapeIdentifier: other, escapeLiteral: other, setTypeParser: other, getTypeParser: other, ref: other, unref: other },
  ...{ user: read, database: read, host: read, port: read, processID: read, ssl: read, connection: read },
};

export const connectionMembers: Readonly<Record<string, MemberFacts>> = { ...clientMembers, connect: other, end: { does: 'close' } };

export const checkedOutMembers: Readonly<Record<string, MemberFacts>> = { ...clientMembers, release: { does: 'release' } };

const resultMembers: Readonly<Record<string, MemberFacts>> = {
  rows: { does: 'read', gives: { handle: 'rows' } },
  ...{ rowCount: read, fields: read, command: read, oid: read },
};

/** The handles that a query leads to; the typings of each package name the result. */
export const resultHandle: Omit<HandleFacts, 'title' | 'types'> = { role: 'result', members: resultMembers, reading: recordWithRows };
export const rows: HandleFacts = { role: 'rows', title: 'rows', types: {}, members: {}, reading: listOfRows };
export const row: HandleFacts = { role: 'row', title: 'row', types: {}, members: {}, reading: oneRow };

/** Text and values go to the server as they are, and the server binds them. */
export const boundByServer: PlaceholderFacts = {
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
};
