import { pgErrors } from '../driver-errors.js';
import { emitterMembers } from '../event-emitter.js';
import { boundFromText, statementName } from '../pg-api.js';
import { pgPromiseOpening } from '../openings.js';
import { pgPooled } from '../pooled.js';
import { noSuchParameter, rejectedByPostgres } from '../postgres-server.js';
import { listOfRows, oneRow, recordWithRows } from '../readings.js';
import type { Driver, ExportFacts, MemberFacts, Outcome, QueryFacts } from '../schema.js';

const other = { does: 'other' } as const;
const read = { does: 'read' } as const;

/** Text and values, which the driver writes into the text itself; `{ text, values }` and `{ name, text, values }` the server binds. */
const query = {
  does: 'query',
  sql: { at: 'argument', index: 0, key: 'text' },
  values: { at: 'argument', index: 1, key: 'values', scalar: true },
  placeholders: 'format',
  configPlaceholders: 'server',
  sent: 'now',
  statementName,
} as const;
/** A third argument maps what the promise gives, or says how many rows may come. */
const gives = (handle: string): QueryFacts => ({ ...query, gives: { handle, promise: true }, reshapedBy: 2 });
const perRow: QueryFacts = { ...query, callback: { parameters: ['row'] } };

const task: MemberFacts = { does: 'acquire', callback: { parameters: ['task'] } };
const transaction: MemberFacts = { does: 'transaction', callback: { parameters: ['transaction'] } };

/** What a database, a task, a transaction and a connection can do. `stream` takes a QueryStream; `func` and `proc` take a name. */
const protocol: Readonly<Record<string, MemberFacts>> = {
  query: gives('rows'),
  any: gives('rows'),
  many: gives('rows'),
  manyOrNone: gives('rows'),
  one: { ...gives('row'), callback: { parameters: ['row'] } },
  oneOrNone: { ...gives('row'), callback: { parameters: ['row'] } },
  result: { ...gives('result'), callback: { parameters: ['result'] } },
  map: perRow,
  each: perRow,
  none: query,
  multi: query,
  multiResult: query,
  ...{ stream: other, func: other, proc: other },
  ...{ task, taskIf: task, tx: transaction, txIf: transaction },
};
/** Said by tasks and transactions after their end, and by a second `done()`. */
const lost: Outcome = { message: 'Querying against a released or lost connection.' };
const batches = { batch: other, page: other, sequence: other } as const;
const inTask: Readonly<Record<string, MemberFacts>> = { ...protocol, ...batches, ctx: read };

/** `new ParameterizedQuery(text)`; its values may also come when it is executed. */
const submittable = { sql: { at: 'argument', index: 0, key: 'text' }, values: { at: 'statement' }, placeholders: 'server', sent: 'now' } as const;
const Statement: ExportFacts = { is: 'class', creates: { handle: 'statement' }, query: submittable };
const PreparedStatement: ExportFacts = { ...Statement, query: { ...submittable, statementName: { ...statementName, needed: true } } };

/** The driver makes the result of node-postgres iterable. */
const { iterate: notIterable, ...iterableResult } = recordWithRows;

const nearDollar: Outcome = { code: '42601', message: 'syntax error at or near "$"' };

export default {
  id: 'pg-promise',
  title: 'pg-promise',
  language: 'javascript',
  dialect: 'postgres',
  packages: ['pg-promise'],
  measured: { 'pg-promise': '12.7.1' },
  pooled: pgPooled,
  modules: {
    'pg-promise': {
      commonjs: 'default',
      // Properties of the function that `require()` returns; TypeScript imports them by name.
      named: { PreparedStatement, ParameterizedQuery: Statement },
      default: { is: 'function', creates: { handle: 'library' } },
    },
  },
  handles: {
    // `pgp(connection)` gives the database.
    library: {
      role: 'factory',
      title: 'pg-promise',
      types: { 'pg-promise': ['IMain'] },
      call: { handle: 'database' },
      members: {
        ...{ as: other, helpers: other, minify: other, spex: other, utils: other, errors: other, txMode: other, queryResult: other, pg: other },
        PreparedStatement: { does: 'offer', export: PreparedStatement },
        ParameterizedQuery: { does: 'offer', export: Statement },
        QueryFile: other,
        end: { does: 'close' },
      },
    },
    database: {
      role: 'pool',
      title: 'pg-promise Database',
      types: { 'pg-promise': ['IDatabase'] },
      members: {
        ...protocol,
        connect: { does: 'acquire', gives: { handle: 'connected', promise: true } },
        ...{ $config: read, $cn: read, $dc: read, $pool: { does: 'read', gives: { handle: 'ownPool' } } },
      },
      opening: pgPromiseOpening,
    },
    // pg's; queries go through the database.
    ownPool: {
      role: 'pool',
      title: 'pg-promise $pool',
      types: {},
      members: { ...emitterMembers({ does: 'listen' }), connect: other, query: other, end: { does: 'close' }, totalCount: read, idleCount: read, waitingCount: read },
    },
    // Its connection goes back when the callback's promise settles.
    task: { role: 'client', title: 'pg-promise Task', types: { 'pg-promise': ['ITask'] }, members: inTask, checkout: { released: lost } },
    // Typed as a task.
    transaction: { role: 'transaction', title: 'pg-promise transaction', types: {}, members: inTask, checkout: { released: lost } },
    connected: {
      role: 'client',
      title: 'pg-promise connection',
      types: { 'pg-promise': ['IConnected'] },
      // Kept for good it listens to notifications: `connect({ direct: true })` takes it from no pool.
      checkout: { released: { message: 'Cannot execute a query on a disconnected client.' }, releasedAgain: lost },
      members: { ...protocol, ...batches, client: read, done: { does: 'release' } },
    },
    // Prepared and parameterized queries are executed by the methods of a database.
    statement: {
      role: 'statement',
      title: 'pg-promise query object',
      types: { 'pg-promise': ['PreparedStatement', 'ParameterizedQuery'] },
      members: { ...{ name: read, text: read, values: read, binary: read, rowMode: read, rows: read, types: read }, parse: other, toString: other },
    },
    result: {
      role: 'result',
      title: 'pg-promise result',
      types: { 'pg-promise': ['IResultExt'] },
      members: {
        rows: { does: 'read', gives: { handle: 'rows' } },
        ...{ rowCount: read, fields: read, command: read, oid: read, duration: read },
      },
      reading: iterableResult,
    },
    rows: { role: 'rows', title: 'rows', types: {}, members: {}, reading: listOfRows },
    // `oneOrNone` gives null where no row is.
    row: { role: 'row', title: 'row', types: {}, members: {}, reading: oneRow },
  },
  errors: { postgres: pgErrors },
  placeholders: {
    // Values are written into the text wherever a placeholder stands, and the server gets no values.
    format: {
      positional: ['dollar-number'],
      named: {
        styles: ['dollar-brace', 'dollar-angle', 'dollar-slash', 'dollar-paren', 'dollar-square'],
        missing: { message: "Property '{name}' doesn't exist." },
        none: nearDollar,
      },
      rejects: {
        ...rejectedByPostgres,
        // Seen: every row is found. Without such a column it is 42703.
        'at-name': { message: 'it is the absolute value of a column, and the value is not used', silent: true },
      },
      insideStrings: true,
      // The value is written between the quotes, with quotes of its own.
      quoted: { code: '42601', message: 'syntax error', inWords: true },
      tooFew: { message: 'Variable ${first} out of range. Parameters array length: {given}' },
      none: noSuchParameter,
      emptyList: { message: 'Variable ${first} out of range. Parameters array length: {given}' },
      tooMany: null,
      unused: null,
      // A record has no numbers: `$1` stays in the text.
      notAList: { code: '42P02', message: 'there is no parameter $1' },
      scalar: null,
    },
    // `{ values: 5 }` is taken as a list of one.
    server: { ...boundFromText, notAList: null },
  },
} satisfies Driver as Driver;
