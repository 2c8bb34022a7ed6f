import { pgErrors, within } from '../driver-errors.js';
import type { OwnText } from '../error-schema.js';
import { emitterMembers } from '../event-emitter.js';
import { slonikOpening } from '../openings.js';
import { boundFromTag, row, rows } from '../pg-api.js';
import { slonikPooled } from '../pooled.js';
import { recordWithRows } from '../readings.js';
import type { Driver, ExportFacts, MemberFacts, QueryFacts } from '../schema.js';

const other = { does: 'other' } as const;
const read = { does: 'read' } as const;

/** sql.unsafe`…` and sql.type(schema)`…` make a query; a method of the pool or a connection sends it. */
const tag: QueryFacts = {
  does: 'query',
  sql: { at: 'template' },
  values: { at: 'template' },
  placeholders: 'tag',
  gives: { handle: 'query' },
  sent: 'when-passed',
};
/** Takes such a query. Further values as a second argument are not used, and a plain text fails: "Cannot read properties of undefined". */
const send: QueryFacts = { does: 'query', sql: { at: 'statement' }, values: { at: 'nowhere' }, placeholders: 'tag', sent: 'now' };
const sendFor = (handle: string): QueryFacts => ({ ...send, gives: { handle, promise: true } });

const methods: Readonly<Record<string, MemberFacts>> = {
  query: sendFor('result'),
  any: sendFor('rows'),
  many: sendFor('rows'),
  one: sendFor('row'),
  maybeOne: sendFor('row'),
  // The values of the first column, one of them, a boolean, and a record made of two columns.
  ...{ anyFirst: send, manyFirst: send, oneFirst: send, maybeOneFirst: send, exists: send, record: send },
  stream: other,
  transaction: { does: 'transaction', callback: { parameters: ['transaction'] } },
};
const createSqlTag: ExportFacts = { is: 'function', creates: { handle: 'sql' } };
const typed: MemberFacts = { does: 'become', gives: { handle: 'tag' } };

/** What it says itself about the errors for which it has a class of its own; 42601 keeps the server's words. */
const ownTexts: readonly OwnText[] = [
  { text: 'Query violates a not NULL integrity constraint.', only: ['23502'] },
  { text: 'Query violates a foreign key integrity constraint.', only: ['23503'] },
  { text: 'Query violates a unique integrity constraint.', only: ['23505'] },
  { text: 'Query violates a check integrity constraint.', only: ['23514'] },
  { text: 'Query violates a check exclusion constraint.', only: ['23P01'] },
  { text: 'Backend has been terminated.', only: ['57P01'] },
];
const classed = ['23502', '23503', '23505', '23514', '23P01', '57P01', '42601', '57014', '25P03'] as const;

export default {
  id: 'slonik',
  title: 'Slonik',
  language: 'javascript',
  dialect: 'postgres',
  packages: ['slonik', '@slonik/sql-tag'],
  measured: { slonik: '49.10.9', '@slonik/sql-tag': '49.10.9' },
  pooled: slonikPooled,
  modules: {
    slonik: {
      commonjs: 'named',
      named: { createPool: { is: 'function', creates: { handle: 'pool', promise: true } }, sql: { is: 'handle', handle: 'sql' }, createSqlTag },
    },
    '@slonik/sql-tag': { commonjs: 'named', named: { createSqlTag } },
  },
  handles: {
    pool: {
      role: 'pool',
      title: 'Slonik pool',
      types: { slonik: ['DatabasePool'] },
      opening: slonikOpening,
      members: {
        ...emitterMembers({ does: 'listen' }),
        ...methods,
        // The connection goes back when the callback's promise settles.
        connect: { does: 'acquire', callback: { parameters: ['connection'] } },
        end: { does: 'close' },
        configuration: read,
        state: other,
      },
    },
    connection: {
      role: 'client',
      title: 'Slonik connection',
      types: { slonik: ['DatabasePoolConnection'] },
      members: { ...methods, connectionId: read },
      checkout: { released: { message: 'Cannot use released connection' } },
    },
    transaction: {
      role: 'transaction',
      title: 'Slonik transaction',
      types: { slonik: ['DatabaseTransactionConnection'] },
      members: { ...emitterMembers({ does: 'listen' }), ...methods, connectionId: read, transactionId: read, transactionDepth: read },
      checkout: { released: { message: 'Cannot run a query using parent transaction.' } },
    },
    // Not callable itself since version 33.
    sql: {
      role: 'factory',
      title: 'Slonik sql',
      types: { slonik: ['SqlTag'], '@slonik/sql-tag': ['SqlTag'] },
      members: {
        unsafe: { does: 'read', gives: { handle: 'tag' } },
        ...{ type: typed, typeAlias: typed, prepared: typed },
        // Parts of a text, to stand in the `${}` of a tag.
        ...{ fragment: other, identifier: other, literalValue: other, join: other, and: other, or: other, list: other, unnest: other },
        ...{ array: other, binary: other, json: other, jsonb: other, date: other, timestamp: other, interval: other, uuid: other },
      },
    },
    tag: { role: 'factory', title: 'Slonik sql', types: {}, tag, members: {} },
    query: {
      role: 'query',
      title: 'Slonik query',
      types: { slonik: ['QuerySqlToken'], '@slonik/sql-tag': ['QuerySqlToken'] },
      members: { sql: read, values: read, parser: read, type: read, name: read },
    },
    result: {
      role: 'result',
      title: 'Slonik result',
      types: { slonik: ['QueryResult'] },
      members: {
        rows: { does: 'read', gives: { handle: 'rows' } },
        ...{ rowCount: read, fields: read, command: read, notices: read, type: read },
      },
      reading: recordWithRows,
    },
    rows,
    // `maybeOne` gives null where no row is.
    row,
  },
  // The SQLSTATE stands in `error.cause.code`.
  errors: {
    postgres: {
      codes: [
        { path: ['cause', 'code'], system: 'sqlstate', only: classed },
        // The class for 22P02 drops the code.
        { path: ['code'], system: 'sqlstate', except: [...classed, '22P02'] },
      ],
      constraint: [['constraint'], ['cause', 'constraint']],
      texts: [{ path: ['message'], own: ownTexts }, ...within('cause', pgErrors).texts],
      since: ['slonik', '35.0.0'],
    },
  },
  placeholders: { tag: boundFromTag },
} satisfies Driver as Driver;
