import type { Driver, MemberFacts, NamedPlaceholderFacts, Outcome, PlaceholderFacts } from '../schema.js';
import type { PlaceholderStyle, QueryFacts, ValuesSpot } from '../schema.js';

/** The arguments of an execution: values one by one, one list, or one record; a record may stand beside values. */
const given: ValuesSpot = { at: 'rest', index: 0 };
/** An execution of a statement. Everything is synchronous. */
const execution = { does: 'query', sql: { at: 'statement' }, placeholders: 'statement', sent: 'now' } as const;
const other = { does: 'other' } as const;
const read = { does: 'read' } as const;

const run = { ...execution, gives: { handle: 'runResult' } } as const;
const get = { ...execution, gives: { handle: 'row' } } as const;
const all = { ...execution, gives: { handle: 'rows' } } as const;

const statementProperties: Readonly<Record<string, MemberFacts>> = {
  columns: other,
  database: read,
  source: read,
  reader: read,
  readonly: read,
  busy: read,
};

/** `exec(text)` takes no values; further arguments are ignored. */
const exec: QueryFacts = { does: 'query', sql: { at: 'argument', index: 0 }, values: { at: 'nowhere' }, placeholders: 'exec', sent: 'now' };

// RangeErrors and TypeErrors without a code.
const tooFew: Outcome = { message: 'Too few parameter values were provided' };
const tooMany: Outcome = { message: 'Too many parameter values were provided' };

const sqliteError = (message: string): Outcome => ({ code: 'SQLITE_ERROR', message });
const unrecognized = (token: string): Outcome => sqliteError(`unrecognized token: "${token}"`);
const near = (token: string): Outcome => sqliteError(`near "${token}": syntax error`);

const rejectedBySqlite: Readonly<Partial<Record<PlaceholderStyle, Outcome>>> = {
  'qmark-ident': near('?'),
  'percent-s': near('%'),
  'percent-name': near('%'),
  'dollar-brace': unrecognized('$'),
  'dollar-angle': unrecognized('$'),
  'dollar-slash': unrecognized('$'),
  'dollar-paren': unrecognized('$'),
  'dollar-square': unrecognized('$'),
  'brace-name': unrecognized('{'),
  'hash-brace': unrecognized('#'),
};

/** Numbers are names here: `$1`, `?1` and `:1` take the value of the key `1`. Keys are written without the mark. */
const names: NamedPlaceholderFacts = {
  styles: ['colon-name', 'at-name', 'dollar-name', 'dollar-number', 'qmark-number', 'colon-number'],
  missing: { message: 'Missing named parameter "{name}"' },
  none: { message: 'Missing named parameters' },
};
const namesFromList: Readonly<Partial<Record<PlaceholderStyle, Outcome>>> = {
  'colon-name': tooMany,
  'at-name': tooMany,
  'dollar-name': tooMany,
  'dollar-number': tooMany,
  'qmark-number': tooMany,
  'colon-number': tooMany,
};

const statement: PlaceholderFacts = {
  positional: ['qmark'],
  named: names,
  rejects: { ...rejectedBySqlite, ...namesFromList },
  quoted: tooMany,
  tooFew,
  none: tooFew,
  tooMany,
  // Thrown for a list or for values; a record whose keys nobody asks for is taken.
  unused: tooMany,
  // Of a record where `?` needs values; a single value that is no list is taken.
  notAList: tooFew,
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
        ...statementProperties,
        run: { ...run, values: given },
        get: { ...get, values: given },
        all: { ...all, values: given },
        iterate: { ...execution, values: given },
        // Throws like an execution when the values do not fit.
        bind: { does: 'become', gives: { handle: 'boundStatement' }, values: given },
        pluck: { does: 'become', gives: { handle: 'statement' } },
        expand: { does: 'become', gives: { handle: 'statement' } },
        raw: { does: 'become', gives: { handle: 'statement' } },
        safeIntegers: { does: 'become', gives: { handle: 'statement' } },
      },
    },
    // Any further values, even `[]`: "This statement already has bound parameters".
    boundStatement: {
      role: 'statement',
      title: 'better-sqlite3 Statement',
      types: {},
      members: {
        ...statementProperties,
        run: { ...run, values: { at: 'statement' } },
        get: { ...get, values: { at: 'statement' } },
        all: { ...all, values: { at: 'statement' } },
        iterate: { ...execution, values: { at: 'statement' } },
        // "The bind() method can only be invoked once per statement object"
        bind: other,
        pluck: { does: 'become', gives: { handle: 'boundStatement' } },
        expand: { does: 'become', gives: { handle: 'boundStatement' } },
        raw: { does: 'become', gives: { handle: 'boundStatement' } },
        safeIntegers: { does: 'become', gives: { handle: 'boundStatement' } },
      },
    },
    runResult: {
      role: 'result',
      title: 'better-sqlite3 RunResult',
      types: { 'better-sqlite3': ['RunResult'] },
      members: { changes: read, lastInsertRowid: read },
    },
    rows: { role: 'rows', title: 'rows', types: {}, members: {} },
    row: { role: 'row', title: 'row', types: {}, members: {} },
  },
  placeholders: {
    statement,
    exec: {
      positional: ['qmark'],
      named: { ...names, none: unboundIsNull },
      rejects: rejectedBySqlite,
      quoted: { message: 'exec() takes no values, and the text in quotes stays as it is', silent: true },
      tooFew: unboundIsNull,
      none: unboundIsNull,
      tooMany: null,
      unused: null,
      notAList: null,
    },
  },
} satisfies Driver as Driver;
