import { spentClient } from '../checkouts.js';
import { pgErrors } from '../driver-errors.js';
import { documentedPoolOpening } from '../openings.js';
import { boundFromTag, boundFromText } from '../pg-api.js';
import { bunPooled } from '../pooled.js';
import { noSuchParameter, rejectedByPostgres, undeterminedType } from '../postgres-server.js';
import { listOfRows, oneRow } from '../readings.js';
import type { Driver, ExportFacts, HandleFacts, MemberFacts, Outcome, PlaceholderFacts, QueryFacts } from '../schema.js';

const other = { does: 'other' } as const;
const read = { does: 'read' } as const;
const close = { does: 'close' } as const;

/** sql`…` gives a pending query; inside another one's `${}` it is a fragment and is not sent. */
const tag: QueryFacts = {
  does: 'query',
  sql: { at: 'template' },
  values: { at: 'template' },
  placeholders: 'tag',
  gives: { handle: 'query' },
  sent: 'when-awaited',
};
const closed = (code: string): Outcome => ({ code, message: 'Connection closed' });
const unsafe = (placeholders: string): QueryFacts => ({ ...tag, sql: { at: 'argument', index: 0 }, values: { at: 'argument', index: 1 }, placeholders });

/** What all three can do. `file` sends the text of a file, `listen` is LISTEN of the server. */
const common: Readonly<Record<string, MemberFacts>> = {
  ...{ file: other, array: other, json: other, notify: other, listen: other, connect: other, flush: other, options: read },
  ...{ commitDistributed: other, rollbackDistributed: other, end: close, close },
};

/** A pool, a reserved connection and a transaction of one kind of server. */
function handlesOf(server: 'sql' | 'postgresSql' | 'otherSql', placeholders: string, known: Partial<HandleFacts>, typed: boolean): Readonly<Record<string, HandleFacts>> {
  const [reserved, transaction] = [`${server}Reserved`, `${server}Transaction`];
  // The typings do not tell the server.
  const shownAs = (variantOf: string, ...names: readonly string[]): Pick<HandleFacts, 'types' | 'variantOf'> =>
    typed ? { types: { bun: names } } : { types: {}, variantOf };
  const begin: MemberFacts = { does: 'transaction', callback: { parameters: [transaction] } };
  const reserve: MemberFacts = { does: 'acquire', gives: { handle: reserved, promise: true } };
  const members = { ...common, unsafe: unsafe(placeholders), reserve, begin, transaction: begin, beginDistributed: begin, distributed: begin };
  return {
    [server]: { ...known, role: 'pool', title: 'Bun sql', ...shownAs('sql', 'SQL'), tag, members, opening: { ...documentedPoolOpening, what: 'a Bun SQL pool' } },
    [reserved]: {
      ...known,
      role: 'client',
      title: 'Bun reserved sql',
      ...shownAs('sqlReserved', 'ReservedSQL'),
      tag,
      members: { ...members, release: { does: 'release' } },
      // On SQLite none can be reserved.
      checkout: spentClient(closed(server === 'otherSql' ? 'ERR_MYSQL_CONNECTION_CLOSED' : 'ERR_POSTGRES_CONNECTION_CLOSED')),
    },
    [transaction]: {
      ...known,
      role: 'transaction',
      title: 'Bun transaction',
      ...shownAs('sqlTransaction', 'TransactionSQL', 'SavepointSQL'),
      tag,
      members: { ...members, savepoint: begin },
    },
  };
}

const SQL: ExportFacts = {
  is: 'class',
  creates: { handle: 'sql' },
  choice: {
    option: 'adapter',
    handles: { postgres: 'postgresSql', postgresql: 'postgresSql', mysql: 'otherSql', mysql2: 'otherSql', mariadb: 'otherSql', sqlite: 'otherSql', file: 'otherSql' },
  },
};
const ready: ExportFacts = { is: 'handle', handle: 'sql' };
const named = { SQL, sql: ready, postgres: ready };

const sameQuery: MemberFacts = { does: 'become', gives: { handle: 'query' } };
/** Rows as lists, as bytes, or one list of rows for each statement. */
const shaped: MemberFacts = { does: 'become', gives: { handle: 'shapedQuery' } };
const queryMembers: Readonly<Record<string, MemberFacts>> = {
  ...{ readable: other, writable: other, active: read, cancelled: read, then: other, catch: other, finally: other },
};

/** A value too few ends in this, whatever the numbers are. */
const noDataLeft: Outcome = { code: '08P01', message: 'insufficient data left in message' };
/** `@name` is the absolute value of a column; its value is not used, or fails with 42P18 where it is a text. */
const { 'at-name': absoluteValue, ...wrongInText } = rejectedByPostgres;
/** A number that is left out is one that no placeholder asks for. */
const { gap: leftOut, ...byServer } = boundFromText;
const unchecked: PlaceholderFacts = {
  positional: [],
  named: null,
  rejects: {},
  quoted: undeterminedType,
  tooFew: null,
  none: null,
  tooMany: null,
  unused: null,
  notAList: null,
};

/** The SQLSTATE stands in `error.errno`. */
export default {
  id: 'bun',
  title: 'Bun SQL',
  language: 'javascript',
  dialect: null,
  packages: ['bun', 'bun-types', '@types/bun'],
  measured: { bun: '1.4.5', 'bun-types': '1.4.5' },
  pooled: bunPooled,
  fromDocumentation: 'Without an adapter or an address Bun takes PostgreSQL, unless an environment variable names another server: messages are those of PostgreSQL.',
  modules: { bun: { commonjs: 'named', named } },
  globals: { Bun: { is: 'namespace', of: named } },
  handles: {
    // The server is PostgreSQL or what the environment says: texts with their own placeholders are not judged.
    ...handlesOf('sql', 'unknown', { dialect: 'postgres' }, true),
    ...handlesOf('postgresSql', 'server', { dialect: 'postgres' }, false),
    ...handlesOf('otherSql', 'unknown', {}, false),
    query: {
      role: 'query',
      title: 'Bun query',
      types: { bun: ['SQL.Query'] },
      awaited: 'rows',
      members: { ...queryMembers, execute: sameQuery, run: sameQuery, cancel: sameQuery, values: shaped, raw: shaped, simple: shaped },
    },
    shapedQuery: {
      role: 'query',
      title: 'Bun query',
      types: {},
      variantOf: 'query',
      awaited: 'outcome',
      members: { ...queryMembers, execute: shaped, run: shaped, cancel: shaped, values: shaped, raw: shaped, simple: shaped },
    },
    outcome: { role: 'result', title: 'Bun result', types: {}, members: {} },
    // A list with these properties besides.
    rows: {
      role: 'rows',
      title: 'Bun rows',
      types: {},
      members: { count: read, command: read, affectedRows: read, lastInsertRowid: read, columns: read, statement: read },
      reading: { ...listOfRows, affected: 'count' },
    },
    row: { role: 'row', title: 'row', types: {}, members: {}, reading: oneRow },
  },
  errors: { postgres: { ...pgErrors, codes: [{ path: ['errno'], system: 'sqlstate' }], occupied: { code: 'ERR_POSTGRES_SERVER_ERROR' }, classes: {} } },
  placeholders: {
    server: {
      ...byServer,
      rejects: wrongInText,
      // Numbers that no placeholder asks for are taken; texts are not.
      quoted: undeterminedType,
      tooFew: noDataLeft,
      none: noSuchParameter,
      tooMany: null,
      unused: null,
      notAList: { message: 'values must be an array' },
    },
    unknown: unchecked,
    tag: {
      ...boundFromTag,
      // The statement has a name, such as "P17".
      handWritten: { code: '08P01', message: 'bind message supplies {given} parameters, but prepared statement "…" requires {expected}' },
      handWrittenBeyondHoles: noDataLeft,
      // A number in its place is not used, without an error: `interval '${3} days'` is one day.
      holeInString: undeterminedType,
      holeInIdentifier: { code: '42703', message: 'column "${first} " does not exist' },
    },
  },
} satisfies Driver as Driver;
