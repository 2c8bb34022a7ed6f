import { betterSqliteErrors } from '../driver-errors.js';
import { sqliteFileOpening } from '../openings.js';
import { listOfRows, oneRow, recordOfChanges } from '../readings.js';
import type { Driver, MemberFacts, NamedPlaceholderFacts, Outcome, PlaceholderFacts, QueryFacts, ValuesSpot } from '../schema.js';
import { namesOfSqlite, rejectedBySqlite, rejectNames } from '../sqlite-server.js';

/** The arguments of an execution: values one by one, one list, or one record; a record may stand beside values. */
const given: ValuesSpot = { at: 'rest', index: 0 };
const bound: ValuesSpot = { at: 'statement' };
/** An execution of a statement. Everything is synchronous. */
const execution = { does: 'query', sql: { at: 'statement' }, placeholders: 'statement', sent: 'now' } as const;
const other = { does: 'other' } as const;
const read = { does: 'read' } as const;

const run = { ...execution, gives: { handle: 'runResult' } } as const;
const get = { ...execution, gives: { handle: 'row' } } as const;
const all = { ...execution, gives: { handle: 'rows' } } as const;

const statementProperties: Readonly<Record<string, MemberFacts>> = {
  ...{ columns: other, database: read, source: read, reader: read, readonly: read, busy: read },
};

/**
 * A statement's members. `get` gives a row or undefined; `pluck` and `raw` turn rows into single values and lists, `expand` into records of
 * records, so that nothing is known of one row any more.
 */
function statementMembers(values: ValuesSpot, shaped: string, hasPlainRows: boolean): Readonly<Record<string, MemberFacts>> {
  const shape = { does: 'become', gives: { handle: shaped } } as const;
  return {
    ...statementProperties,
    run: { ...run, values },
    get: { ...(hasPlainRows ? get : execution), values },
    all: { ...(hasPlainRows ? all : { ...execution, gives: { handle: 'shapedRows' } }), values },
    iterate: { ...execution, values },
    ...{ pluck: shape, raw: shape, expand: shape },
  };
}

/** `exec(text)` takes no values; further arguments are ignored. */
const exec: QueryFacts = { does: 'query', sql: { at: 'argument', index: 0 }, values: { at: 'nowhere' }, placeholders: 'exec', sent: 'now' };

// RangeErrors and TypeErrors without a code.
const tooFew: Outcome = { message: 'Too few parameter values were provided' };
const tooMany: Outcome = { message: 'Too many parameter values were provided' };

const sqliteError = (message: string): Outcome => ({ code: 'SQLITE_ERROR', message });
const compiled = rejectedBySqlite(sqliteError);

/** Numbers are names here: `$1`, `?1` and `:1` take the value of the key `1`. Keys are written without the mark. */
const names: NamedPlaceholderFacts = {
  styles: [...namesOfSqlite, 'qmark-number'],
  missing: { message: 'Missing named parameter "{name}"' },
  none: { message: 'Missing named parameters' },
};
const statement: PlaceholderFacts = {
  positional: ['qmark'],
  named: names,
  rejects: { ...compiled, ...rejectNames(tooMany), 'qmark-number': tooMany },
  quoted: tooMany,
  tooFew,
  none: tooFew,
  tooMany,
  // Thrown for a list or for values; a record whose keys nobody asks for is taken.
  unused: tooMany,
  // Of a record where `?` needs values; a single value that is no list is taken.
  notAList: tooFew,
  textFirst: true,
};

const unboundIsNull: Outcome = { message: 'exec() takes no values, and the placeholder is NULL', silent: true };

export default {
  id: 'better-sqlite3',
  title: 'better-sqlite3',
  language: 'javascript',
  dialect: 'sqlite',
  packages: ['better-sqlite3'],
  measured: { 'better-sqlite3': '12.11.1' },
  modules: {
    // `Database('file')` without `new` does the same.
    'better-sqlite3': { commonjs: 'default', named: {}, default: { is: 'class', creates: { handle: 'connection' } } },
  },
  handles: {
    connection: {
      role: 'connection',
      opening: sqliteFileOpening,
      title: 'better-sqlite3 Database',
      types: { 'better-sqlite3': ['Database'] },
      members: {
        prepare: { does: 'prepare', sql: { at: 'argument', index: 0 }, placeholders: 'statement', gives: { handle: 'statement' } },
        exec,
        // Gives a function that runs the callback in a transaction; the callback gets that function's arguments and may not be async.
        transaction: { does: 'transaction', callback: { parameters: [] } },
        // Takes the text after PRAGMA.
        pragma: other,
        close: { does: 'close' },
        function: other,
        aggregate: other,
        table: other,
        loadExtension: other,
        defaultSafeIntegers: other,
        unsafeMode: other,
        backup: other,
        serialize: other,
        memory: read,
        readonly: read,
        name: read,
        open: read,
        inTransaction: read,
      },
    },
    statement: {
      role: 'statement',
      title: 'better-sqlite3 Statement',
      types: { 'better-sqlite3': ['Statement'] },
      members: {
        ...statementMembers(given, 'shapedStatement', true),
        safeIntegers: { does: 'become', gives: { handle: 'statement' } },
        // Throws like an execution when the values do not fit.
        bind: { does: 'become', gives: { handle: 'boundStatement' }, values: given },
      },
    },
    shapedStatement: {
      role: 'statement',
      title: 'better-sqlite3 Statement',
      types: {},
      members: {
        ...statementMembers(given, 'shapedStatement', false),
        safeIntegers: { does: 'become', gives: { handle: 'shapedStatement' } },
        bind: { does: 'become', gives: { handle: 'boundShapedStatement' }, values: given },
      },
    },
    // Any further values, even `[]`: "This statement already has bound parameters". `bind` again: "… can only be invoked once".
    boundStatement: {
      role: 'statement',
      title: 'better-sqlite3 Statement',
      types: {},
      members: { ...statementMembers(bound, 'boundShapedStatement', true), safeIntegers: { does: 'become', gives: { handle: 'boundStatement' } }, bind: other },
    },
    boundShapedStatement: {
      role: 'statement',
      title: 'better-sqlite3 Statement',
      types: {},
      members: { ...statementMembers(bound, 'boundShapedStatement', false), safeIntegers: { does: 'become', gives: { handle: 'boundShapedStatement' } }, bind: other },
    },
    runResult: {
      role: 'result',
      title: 'better-sqlite3 RunResult',
      types: { 'better-sqlite3': ['RunResult'] },
      members: { changes: read, lastInsertRowid: read },
      reading: recordOfChanges,
    },
    rows: { role: 'rows', title: 'rows', types: {}, members: {}, reading: listOfRows },
    // Single values or lists in place of rows.
    shapedRows: { role: 'result', title: 'list', types: {}, members: {}, reading: listOfRows },
    row: { role: 'row', title: 'row', types: {}, members: {}, reading: oneRow },
  },
  errors: { sqlite: betterSqliteErrors },
  placeholders: {
    statement,
    exec: {
      positional: ['qmark'],
      named: { ...names, none: unboundIsNull },
      rejects: compiled,
      quoted: { message: 'exec() takes no values, and the text in quotes stays as it is', silent: true },
      tooFew: unboundIsNull,
      none: unboundIsNull,
      tooMany: null,
      unused: null,
      notAList: null,
    },
  },
} satisfies Driver as Driver;
