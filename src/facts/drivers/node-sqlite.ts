import { nodeSqliteOpening } from '../openings.js';
import { listOfRows, recordOfChanges, rowOfAnyShape } from '../readings.js';
import type { Driver, MemberFacts, NamedPlaceholderFacts, Outcome, PlaceholderFacts, QueryFacts, ValuesSpot } from '../schema.js';
import { namesOfSqlite, rejectedBySqlite, rejectNames } from '../sqlite-server.js';

const other = { does: 'other' } as const;
const read = { does: 'read' } as const;

/** Values one by one, or one record of names, which may stand before values. An array is taken for a record with the keys 0, 1 … */
const given: ValuesSpot = { at: 'rest', index: 0, separate: true };
/** An execution of a statement. Everything is synchronous. */
const execution = { does: 'query', sql: { at: 'statement' }, values: given, placeholders: 'statement', sent: 'now' } as const;
/** The store compiles each text once and keeps the statement. */
const tag = { does: 'query', sql: { at: 'template' }, values: { at: 'template' }, placeholders: 'tag', sent: 'now' } as const;
/** `exec(text)` takes no values; further arguments are ignored. */
const exec: QueryFacts = { does: 'query', sql: { at: 'argument', index: 0 }, values: { at: 'nowhere' }, placeholders: 'exec', sent: 'now' };

const databaseMembers: Readonly<Record<string, MemberFacts>> = {
  prepare: { does: 'prepare', sql: { at: 'argument', index: 0 }, placeholders: 'statement', gives: { handle: 'statement' } },
  exec,
  // Since Node 24.9.
  createTagStore: { does: 'become', gives: { handle: 'tagStore' } },
  close: { does: 'close' },
  ...{ open: other, function: other, aggregate: other, location: other, createSession: other, applyChangeset: other, setAuthorizer: other },
  ...{ enableLoadExtension: other, loadExtension: other, enableDefensive: other, serialize: other, deserialize: other },
  ...{ isOpen: read, isTransaction: read, limits: read },
};

const sqliteError = (message: string): Outcome => ({ code: 'ERR_SQLITE_ERROR', message });
const outOfRange = sqliteError('column index out of range');
const unknownName = (name: string): Outcome => ({ code: 'ERR_INVALID_STATE', message: `Unknown named parameter '${name}'` });
const isNull: Outcome = { message: 'a placeholder without a value is NULL', silent: true };
const nameIsNull: Outcome = { message: '{name} is NULL', silent: true };
const boundToNothing: Outcome = { message: 'exec() takes no values, and the placeholder is NULL', silent: true };
const compiled = rejectedBySqlite(sqliteError);

/** Numbers are names here: `$1` and `:1` take the value of the key `1`. */
const names: NamedPlaceholderFacts = {
  styles: namesOfSqlite,
  keys: 'either',
  missing: nameIsNull,
  none: nameIsNull,
  strange: unknownName('{name}'),
};

const statement: PlaceholderFacts = {
  positional: ['qmark', 'qmark-number'],
  named: names,
  rejects: { ...compiled, ...rejectNames(outOfRange) },
  quoted: outOfRange,
  tooFew: isNull,
  none: isNull,
  tooMany: outOfRange,
  unused: outOfRange,
  // Of a record where `?` needs values.
  notAList: { code: 'ERR_INVALID_STATE', message: 'Unknown named parameter' },
  scalar: null,
  asList: unknownName('0'),
  textFirst: true,
};

const holesOnly: Outcome = { code: 'ERR_INVALID_ARG_VALUE', message: 'SQLite parameters must be bound using template literal placeholders.' };

export default {
  id: 'node-sqlite',
  title: 'node:sqlite',
  language: 'javascript',
  dialect: 'sqlite',
  // A part of Node: no package.json names it.
  packages: [],
  measured: { node: '24.21.0' },
  modules: {
    'node:sqlite': {
      commonjs: 'named',
      named: { DatabaseSync: { is: 'class', creates: { handle: 'connection' } } },
      default: { is: 'namespace' },
    },
  },
  handles: {
    connection: { role: 'connection', title: 'node:sqlite DatabaseSync', types: { 'node:sqlite': ['DatabaseSync'] }, members: databaseMembers, opening: nodeSqliteOpening },
    statement: {
      role: 'statement',
      title: 'node:sqlite StatementSync',
      types: { 'node:sqlite': ['StatementSync'] },
      members: {
        run: { ...execution, gives: { handle: 'runResult' } },
        get: { ...execution, gives: { handle: 'row' } },
        all: { ...execution, gives: { handle: 'rows' } },
        iterate: execution,
        columns: other,
        // `false` leaves only keys with their mark; unknown names may be allowed here, too, or for the whole database.
        ...{ setAllowBareNamedParameters: other, setAllowUnknownNamedParameters: other, setReadBigInts: other, setReturnArrays: other },
        ...{ sourceSQL: read, expandedSQL: read },
      },
    },
    tagStore: {
      role: 'connection',
      title: 'node:sqlite SQLTagStore',
      types: { 'node:sqlite': ['SQLTagStore'] },
      members: {
        run: { ...tag, gives: { handle: 'runResult' } },
        get: { ...tag, gives: { handle: 'row' } },
        all: { ...tag, gives: { handle: 'rows' } },
        iterate: tag,
        ...{ clear: other, size: read, capacity: read, db: { does: 'read', gives: { handle: 'connection' } } },
      },
    },
    runResult: {
      role: 'result',
      title: 'node:sqlite result of run()',
      types: { 'node:sqlite': ['StatementResultingChanges'] },
      members: { changes: read, lastInsertRowid: read },
      reading: recordOfChanges,
    },
    rows: { role: 'rows', title: 'rows', types: {}, members: {}, reading: listOfRows },
    // Undefined when there is none; a list when the statement or the whole database returns arrays.
    row: { role: 'row', title: 'row', types: {}, members: {}, reading: rowOfAnyShape },
  },
  errors: { sqlite: { codes: [{ path: ['errcode'], system: 'sqlite-number' }], occupied: { code: 'ERR_SQLITE_ERROR' }, texts: [{ path: ['message'] }] } },
  placeholders: {
    statement,
    // Every value stands in a `${}`, and the store writes a `?` for it.
    tag: {
      positional: ['qmark', 'qmark-number', ...namesOfSqlite],
      named: null,
      rejects: compiled,
      quoted: holesOnly,
      tooFew: null,
      none: null,
      tooMany: null,
      unused: null,
      notAList: null,
      handWritten: holesOnly,
      handWrittenBesideHoles: holesOnly,
      holeInString: holesOnly,
      holeInIdentifier: { ...sqliteError('the name is read as "?"'), inWords: true },
    },
    exec: {
      positional: ['qmark', 'qmark-number'],
      named: { ...names, none: boundToNothing },
      rejects: compiled,
      quoted: { message: 'exec() takes no values, and the text in quotes stays as it is', silent: true },
      tooFew: boundToNothing,
      none: boundToNothing,
      tooMany: null,
      unused: null,
      notAList: null,
    },
  },
} satisfies Driver as Driver;
