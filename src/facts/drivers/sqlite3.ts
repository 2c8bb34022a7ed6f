import { sqlite3Errors } from '../driver-errors.js';
import { emitterMembers } from '../event-emitter.js';
import { sqlite3Opening } from '../openings.js';
import { listOfRows, oneRow } from '../readings.js';
import type { Driver, MemberFacts, NamedPlaceholderFacts, Outcome, PlaceholderFacts, ValuesSpot } from '../schema.js';
import { namesOfSqlite, rejectedBySqlite } from '../sqlite-server.js';

const other = { does: 'other' } as const;
const read = { does: 'read' } as const;
const close = { does: 'close' } as const;

/** Values one by one, one list, or one record whose keys have their marks; then callbacks. */
const afterText: ValuesSpot = { at: 'rest', index: 1 };
/** Nothing comes back but the database itself, which is no promise: awaiting it waits for nothing. */
const query = {
  does: 'query',
  sql: { at: 'argument', index: 0 },
  values: afterText,
  placeholders: 'query',
  sent: 'now',
  gives: { handle: 'connection' },
} as const;
const execution = {
  does: 'query',
  sql: { at: 'statement' },
  values: { at: 'rest', index: 0 },
  placeholders: 'statement',
  sent: 'now',
  gives: { handle: 'statement' },
} as const;
const toRow = { parameters: [null, 'row'] } as const;
const toRows = { parameters: [null, 'rows'] } as const;
const toNothing = { parameters: [null] } as const;

const emitter = emitterMembers({ does: 'listen' });

const databaseMembers: Readonly<Record<string, MemberFacts>> = {
  ...emitter,
  run: { ...query, callback: toNothing },
  get: { ...query, callback: toRow },
  all: { ...query, callback: toRows },
  // A callback for each row, then one with their number.
  each: query,
  // The rows as one record by their first column. Not in the typings.
  map: query,
  // Values in place of the callback: "Argument 1 must be a function".
  exec: { ...query, values: { at: 'nowhere' }, placeholders: 'exec', callback: toNothing },
  prepare: { does: 'prepare', sql: { at: 'argument', index: 0 }, placeholders: 'statement', gives: { handle: 'statement' } },
  close,
  ...{ serialize: other, parallelize: other, configure: other, loadExtension: other, interrupt: other, wait: other, backup: other },
  ...{ filename: read, mode: read, open: read },
};

const sqliteError = (message: string): Outcome => ({ code: 'SQLITE_ERROR', message: `SQLITE_ERROR: ${message}` });
const outOfRange: Outcome = { code: 'SQLITE_RANGE', message: 'SQLITE_RANGE: column index out of range' };
const isNull: Outcome = { message: 'a placeholder without a value is NULL', silent: true };
const nameIsNull: Outcome = { message: '{name} is NULL', silent: true };
const boundToNothing: Outcome = { message: 'exec() takes no values, and the placeholder is NULL', silent: true };
const compiled = rejectedBySqlite(sqliteError);

/** `{ id: 1 }` fits no placeholder, `{ $id: 1 }` fits `$id`. A list is bound to names, too, in the order in which they first stand. */
const names: NamedPlaceholderFacts = {
  styles: namesOfSqlite,
  keys: 'with-mark',
  fromList: 'each-name',
  missing: nameIsNull,
  none: nameIsNull,
  strange: outOfRange,
};

const executedNames: NamedPlaceholderFacts = {
  styles: namesOfSqlite,
  keys: 'with-mark',
  fromList: 'each-name',
  missing: nameIsNull,
  strange: outOfRange,
};

const bound: PlaceholderFacts = {
  positional: ['qmark', 'qmark-number'],
  named: names,
  rejects: compiled,
  quoted: outOfRange,
  tooFew: isNull,
  none: isNull,
  tooMany: outOfRange,
  unused: outOfRange,
  // Of a record where `?` needs values.
  notAList: outOfRange,
};

export default {
  id: 'sqlite3',
  title: 'sqlite3',
  language: 'javascript',
  dialect: 'sqlite',
  packages: ['sqlite3'],
  measured: { sqlite3: '6.0.1' },
  modules: {
    sqlite3: {
      commonjs: 'named',
      named: {
        Database: { is: 'class', creates: { handle: 'connection' } },
        verbose: { is: 'module' },
        // One connection for each file.
        cached: { is: 'namespace', of: { Database: { is: 'function', creates: { handle: 'cachedConnection' } } } },
      },
      default: { is: 'namespace' },
    },
  },
  handles: {
    connection: { role: 'connection', title: 'sqlite3 Database', types: { sqlite3: ['Database'] }, members: databaseMembers, opening: sqlite3Opening },
    // The one that is open, if there is one.
    cachedConnection: { role: 'connection', title: 'sqlite3 Database', types: {}, variantOf: 'connection', members: databaseMembers },
    statement: {
      role: 'statement',
      title: 'sqlite3 Statement',
      types: { sqlite3: ['Statement'] },
      members: {
        ...emitter,
        run: { ...execution, callback: toNothing },
        get: { ...execution, callback: toRow },
        all: { ...execution, callback: toRows },
        each: execution,
        map: execution,
        // Values stay until others come: without any, an execution takes those of the one before.
        bind: { does: 'become', gives: { handle: 'statement' } },
        reset: { does: 'become', gives: { handle: 'statement' } },
        finalize: close,
        // In a callback, `this` is the statement.
        ...{ sql: read, lastID: read, changes: read },
      },
    },
    rows: { role: 'rows', title: 'rows', types: {}, members: {}, reading: listOfRows },
    // Undefined when there is none.
    row: { role: 'row', title: 'row', types: {}, members: {}, reading: oneRow },
  },
  errors: { sqlite: sqlite3Errors },
  placeholders: {
    query: bound,
    statement: { ...bound, none: null, named: executedNames },
    exec: {
      ...{ positional: ['qmark', 'qmark-number'], named: { ...names, none: boundToNothing }, rejects: compiled },
      quoted: { message: 'exec() takes no values, and the text in quotes stays as it is', silent: true },
      ...{ tooFew: boundToNothing, none: boundToNothing, tooMany: null, unused: null, notAList: null },
    },
  },
} satisfies Driver as Driver;
