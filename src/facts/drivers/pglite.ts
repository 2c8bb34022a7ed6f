import { pgErrors } from '../driver-errors.js';
import { pgliteOpening } from '../openings.js';
import { boundFromTag, boundFromText, row, rows } from '../pg-api.js';
import { bindSuppliesMore, noSuchParameter, rejectedByPostgres } from '../postgres-server.js';
import { recordWithRows } from '../readings.js';
import type { Driver, ExportFacts, MemberFacts, QueryFacts } from '../schema.js';

const specifier = '@electric-sql/pglite';
const worker = '@electric-sql/pglite/worker';
const other = { does: 'other' } as const;
const read = { does: 'read' } as const;

const query: QueryFacts = {
  does: 'query',
  sql: { at: 'argument', index: 0 },
  values: { at: 'argument', index: 1 },
  placeholders: 'server',
  gives: { handle: 'result', promise: true },
  reshapedBy: 2,
  sent: 'now',
};
/** Several statements without values; the second argument holds options. */
const exec: QueryFacts = { ...query, values: { at: 'nowhere' }, placeholders: 'exec', gives: { handle: 'results', promise: true } };
/** sql`…` sends at once; fragments are made by the functions of `template`. */
const tag: QueryFacts = {
  does: 'query',
  sql: { at: 'template' },
  values: { at: 'template' },
  placeholders: 'tag',
  gives: { handle: 'result', promise: true },
  sent: 'now',
};
const queries: Readonly<Record<string, MemberFacts>> = { query, exec, listen: other, closed: read };

/** `await PGlite.create()` waits until it is ready; `new PGlite()` lets the first query wait. */
const databaseClass: ExportFacts = {
  is: 'class',
  creates: { handle: 'database' },
  of: { create: { is: 'function', creates: { handle: 'database', promise: true } } },
};
const fragment: ExportFacts = { is: 'handle', handle: 'templatePart' };

/** No value is ever bound, so that `@name` is the absolute value of a column. */
const { 'at-name': absoluteValue, ...wrongInExec } = rejectedByPostgres;

export default {
  id: 'pglite',
  title: 'PGlite',
  language: 'javascript',
  dialect: 'postgres',
  packages: [specifier],
  measured: { [specifier]: '0.5.14' },
  modules: {
    [specifier]: { commonjs: 'named', named: { PGlite: databaseClass } },
    [worker]: { commonjs: 'named', named: { PGliteWorker: databaseClass } },
    '@electric-sql/pglite/live': { commonjs: 'named', named: {} },
    '@electric-sql/pglite/template': { commonjs: 'named', named: { sql: fragment, raw: fragment, identifier: fragment, query: fragment } },
  },
  handles: {
    // A server in the process with one session. While a transaction is open, `query` of the database itself waits.
    database: {
      role: 'connection',
      title: 'PGlite',
      opening: pgliteOpening,
      types: { [specifier]: ['PGlite', 'PGliteInterface'], [worker]: ['PGliteWorker'], '@electric-sql/pglite/live': ['PGliteWithLive'] },
      members: {
        ...queries,
        sql: { does: 'read', gives: { handle: 'tag' } },
        transaction: { does: 'transaction', callback: { parameters: ['transaction'] } },
        close: { does: 'close' },
        ...{ describeQuery: other, runExclusive: other, unlisten: other, onNotification: other, offNotification: other, refreshArrayTypes: other },
        ...{ execProtocol: other, execProtocolStream: other, execProtocolRaw: other, execProtocolRawStream: other, execProtocolRawSync: other },
        ...{ dumpDataDir: other, syncToFs: other, clone: other, callMain: other, copyToFS: other, handleExternalCmd: other, isInTransaction: other },
        ...{ waitReady: read, ready: read, debug: read, dataDir: read, isLeader: read, fs: read, Module: read, ENV: read, serializers: read, parsers: read },
        // Of a worker, and of the extension for live queries.
        ...{ onLeaderChange: other, offLeaderChange: other, live: read },
      },
    },
    transaction: {
      role: 'transaction',
      title: 'PGlite transaction',
      types: { [specifier]: ['Transaction'] },
      members: { ...queries, sql: { does: 'read', gives: { handle: 'transactionTag' } }, rollback: other },
    },
    tag: { role: 'connection', title: 'PGlite sql', types: {}, tag, members: {} },
    transactionTag: { role: 'transaction', title: 'PGlite sql', types: {}, tag, members: {} },
    // What the functions of `template` make: parts of a text, to stand in the `${}` of a tag.
    templatePart: { role: 'factory', title: 'PGlite template', types: {}, members: {} },
    result: {
      role: 'result',
      title: 'PGlite result',
      types: { [specifier]: ['Results'] },
      members: {
        rows: { does: 'read', gives: { handle: 'rows' } },
        ...{ affectedRows: read, rowCount: read, command: read, fields: read, blob: read },
      },
      reading: { ...recordWithRows, affected: 'affectedRows' },
    },
    // A list with one result for each statement.
    results: { role: 'result', title: 'PGlite results', types: {}, members: { 0: { does: 'read', gives: { handle: 'result' } } } },
    rows,
    row,
  },
  errors: { postgres: pgErrors },
  placeholders: {
    // PostgreSQL 18, which describes the statement before the values are looked at.
    server: {
      ...boundFromText,
      none: bindSuppliesMore,
      // The driver maps over the values; the function's name is that of the published bundle.
      notAList: { message: 'e.map is not a function' },
      textFirst: true,
    },
    exec: {
      ...boundFromText,
      rejects: wrongInExec,
      quoted: { message: 'exec() takes no values, and the text in quotes stays as it is', silent: true },
      tooFew: noSuchParameter,
      tooMany: null,
      unused: null,
      notAList: null,
    },
    tag: { ...boundFromTag, handWritten: bindSuppliesMore },
  },
} satisfies Driver as Driver;
