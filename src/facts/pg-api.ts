/** The API of node-postgres, which other drivers of PostgreSQL have, too. */
import { emitterMembers } from './event-emitter.js';
import { bindSuppliesMore, noSuchColumn, noSuchParameter, rejectedByPostgres, undeterminedType } from './postgres-server.js';
import { listOfRows, oneRow, recordWithRows } from './readings.js';
import type { HandleFacts, MemberFacts, Outcome, PlaceholderFacts, QueryFacts } from './schema.js';

const other = { does: 'other' } as const;
const read = { does: 'read' } as const;

/** Names are unique on one connection; the driver compares the texts itself, before it asks the server. */
export const statementName: NonNullable<QueryFacts['statementName']> = {
  key: 'name',
  otherText: { message: "Prepared statements must be unique - '{name}' was used for a different statement" },
};

/** Also takes `{ text, values, name }` and, on one connection, a Cursor or QueryStream. */
const query: QueryFacts = {
  does: 'query',
  sql: { at: 'argument', index: 0, key: 'text' },
  values: { at: 'argument', index: 1, key: 'values' },
  placeholders: 'server',
  gives: { handle: 'result', promise: true },
  callback: { parameters: [null, 'result'] },
  reshapedByOptions: ['rowMode'],
  sent: 'now',
  statementName,
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

/** Without values a text may hold several statements. */
const manyResults: Outcome = { message: 'it is a list with one result for each statement, and has no such property', silent: true };

/** The handles that a query leads to; the typings of each package name the result. */
export const resultHandle: Omit<HandleFacts, 'title' | 'types'> = { role: 'result', members: resultMembers, reading: { ...recordWithRows, severalStatements: manyResults } };
export const rows: HandleFacts = { role: 'rows', title: 'rows', types: {}, members: {}, reading: listOfRows };
export const row: HandleFacts = { role: 'row', title: 'row', types: {}, members: {}, reading: oneRow };

/** Text and values go to the server as they are, and the server binds them. */
export const boundFromText: PlaceholderFacts = {
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
const takenForCallback = (end: string): Outcome => ({
  message: `the second value is taken for a callback, so the call gives \`undefined\`, and the process ends with \`${end}\``,
  inWords: true,
});
/** pool.query(text, 20, 40): an uncaught exception, some time later. */
export const boundByServer: PlaceholderFacts = { ...boundFromText, severalArguments: takenForCallback('cb is not a function') };
/** The same in the published bundle of the Neon driver, whose names are shortened. */
export const boundByBundle: PlaceholderFacts = { ...boundFromText, severalArguments: takenForCallback('n is not a function') };

/** In a tag `@name` goes unseen, as the absolute value of a column, and `${name}` is a value. */
const { 'at-name': absoluteValue, 'dollar-brace': hole, ...wrongInTag } = rejectedByPostgres;

/** A tag that writes `$1`, `$2` … for its `${}` and leaves the rest to the server. */
export const boundFromTag: PlaceholderFacts = {
  positional: [],
  named: null,
  rejects: wrongInTag,
  quoted: bindSuppliesMore,
  tooFew: null,
  none: null,
  tooMany: null,
  unused: null,
  notAList: null,
  handWritten: noSuchParameter,
  handWrittenBesideHoles: { message: 'it takes the value of the `${}` with that number', silent: true },
  handWrittenBeyondHoles: bindSuppliesMore,
  holeInString: bindSuppliesMore,
  holeInStringBeforeOthers: undeterminedType,
  holeInIdentifier: noSuchColumn,
};
