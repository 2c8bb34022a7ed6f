import { mysqlErrors, ownMessage, pgErrors, readableAs, sqlite3Errors, within } from '../driver-errors.js';
import type { ErrorCode, ErrorFacts } from '../error-schema.js';
import { mysqlParseError, rejectedByMysql } from '../mysql-server.js';
import { sequelizeOpenings } from '../openings.js';
import { sequelizePooled } from '../pooled.js';
import { bindSuppliesMore, noSuchParameter, rejectedByPostgres, undeterminedType } from '../postgres-server.js';
import { listOfRows, oneRow, pairOfRows } from '../readings.js';
import type { Dialect, Driver, ExportFacts, HandleFacts, MemberFacts, Outcome, PlaceholderFacts, PlaceholderStyle } from '../schema.js';
import { rejectedBySqlite, rejectNames } from '../sqlite-server.js';

const other = { does: 'other' } as const;
const read = { does: 'read' } as const;

/** The dialects whose answers were seen; another one, or one that is not written down, gives the handle without a dialect. */
type Server = 'postgres' | 'mysql' | 'sqlite';
const dialects: Readonly<Record<Server, Dialect>> = { postgres: 'postgres', mysql: 'mysql', sqlite: 'sqlite' };
const byDialect = { postgres: 'postgresSequelize', postgresql: 'postgresSequelize', mysql: 'mysqlSequelize', sqlite: 'sqliteSequelize' } as const;

const nothingTold = (names: string): Readonly<Record<string, MemberFacts>> => Object.fromEntries(names.split(' ').map((name) => [name, other]));

/** `query(text, { replacements })` writes the values into the text, `query(text, { bind })` lets the server bind them. */
function sequelizeOf(server: Server | null): HandleFacts {
  const from = server ?? 'postgres';
  return {
    role: 'pool',
    title: 'Sequelize',
    opening: sequelizeOpenings[server ?? 'any'],
    ...(server === null ? { types: { sequelize: ['Sequelize'] } } : { types: {}, dialect: dialects[server], variantOf: 'sequelize' }),
    members: {
      ...nothingTold(
        'Sequelize config modelManager connectionManager models beforeValidate afterValidate beforeCreate afterCreate beforeDestroy afterDestroy beforeUpdate afterUpdate ' +
          'beforeBulkCreate afterBulkCreate beforeBulkDestroy afterBulkDestroy beforeBulkUpdate afterBulkUpdate beforeFind beforeFindAfterExpandIncludeAll beforeFindAfterOptions ' +
          'afterFind beforeDefine afterDefine beforeInit afterInit beforeBulkSync afterBulkSync beforeSync afterSync getDialect getDatabaseName getQueryInterface define model ' +
          'isDefined random set escape createSchema showAllSchemas dropSchema dropAllSchemas sync truncate drop authenticate validate databaseVersion addHook removeHook hasHook ' +
          'hasHooks fn col cast literal and or json where',
      ),
      query: {
        does: 'query',
        sql: { at: 'argument', index: 0 },
        values: { at: 'options', index: 1, keys: { replacements: `${from}Replacements`, bind: `${from}Bind` } },
        placeholders: `${from}Text`,
        ...(server !== null && { gives: { handle: `${server}Result`, promise: true } }),
        // `{ type: QueryTypes.SELECT }` gives rows, `{ plain: true }` one row.
        reshapedBy: 1,
        sent: 'now',
      },
      transaction: { does: 'transaction', callback: { parameters: ['transaction'] }, gives: { handle: 'transaction', promise: true } },
      close: { does: 'close' },
    },
  };
}

function resultOf(server: Server): HandleFacts {
  return { role: 'result', title: 'Sequelize result', types: {}, members: { 0: { does: 'read', gives: { handle: `${server}Rows` } }, 1: read }, reading: pairOfRows };
}

type Rejects = PlaceholderFacts['rejects'];

function without(rejects: Rejects, styles: readonly PlaceholderStyle[]): Rejects {
  return Object.fromEntries(Object.entries(rejects).filter(([style]) => styles.every((left) => left !== style)));
}

interface Answers {
  /** Everything that the server does not understand; `$1` among it. */
  readonly rejects: Rejects;
  /** The same where the server binds, if it is not the same. */
  readonly rejectsInBind?: Rejects;
  /** A `?` that is left to the server. */
  readonly unbound: Outcome;
  readonly unboundText: Outcome;
  /** More values than the text has placeholders, one of them in quotes, and a gap, where the server binds. */
  readonly spare: Outcome | null;
  readonly quoted: Outcome;
  readonly gap: Outcome | null;
}

const textInQuotes: Outcome = { message: 'the text in quotes stays as it is, and its value is not used', silent: true };
const numberStays: Outcome = { message: 'the value takes the place of the `?`, and the number stays behind it', silent: true };
const noReplacement: Outcome = { message: 'Positional replacement (?) {given} has no entry in the replacement map (replacements[{given}] is undefined).' };
const noBind = (name: string): Outcome => ({ message: `Named bind parameter "$${name}" has no value in the given object.` });

function contracts(server: Server, { rejects, rejectsInBind = rejects, unbound, unboundText, spare, quoted, gap }: Answers): Readonly<Record<string, PlaceholderFacts>> {
  return {
    [`${server}Replacements`]: {
      positional: ['qmark'],
      named: { styles: ['colon-name'], missing: { message: 'Named replacement ":{name}" has no entry in the replacement map.' } },
      rejects: { ...without(rejects, ['qmark']), 'qmark-number': numberStays },
      quoted: textInQuotes,
      ...{ tooFew: noReplacement, none: noReplacement, tooMany: null, unused: null },
      notAList: unbound,
      scalar: { message: '"replacements" must be an array or a plain object, but received … instead.' },
    },
    [`${server}Bind`]: {
      positional: ['dollar-number'],
      named: { styles: ['dollar-name'], missing: noBind('{name}') },
      // `@name` is the server's own, and with a record nothing says so.
      rejects: { ...without(rejectsInBind, ['dollar-number', 'at-name']), 'dollar-name': noBind('{name}') },
      quoted,
      ...{ tooFew: noBind('{first}'), none: noBind('{first}'), tooMany: spare, unused: spare, ...(gap !== null && { gap }), zero: noBind('0') },
      // Numbers are bound from a list alone.
      notAList: noBind('1'),
    },
    // A list in place of the options is ignored.
    [`${server}Text`]: { positional: ['qmark', 'dollar-number'], named: null, rejects: {}, quoted: textInQuotes, tooFew: null, none: unboundText, tooMany: null, unused: null, notAList: null },
  };
}

const leftToServer: Outcome = { message: 'the placeholder goes to the server as it is, which finds no value for it', inWords: true };
const absoluteValue: Outcome = { message: 'it is the absolute value of a column, and the value is not used', silent: true };
const becomesNull: Outcome = { message: 'the placeholder is NULL', silent: true };
const outOfRange: Outcome = { code: 'SQLITE_RANGE', message: 'SQLITE_RANGE: column index out of range' };
const compiled = rejectedBySqlite((message) => ({ code: 'SQLITE_ERROR', message: `SQLITE_ERROR: ${message}` }));
const Sequelize: ExportFacts = { is: 'class', creates: { handle: 'sequelize' }, choice: { option: 'dialect', handles: byDialect } };

/** A violated unique constraint is a "Validation error", on SQLite every constraint; other texts are those of the server. */
function errorsOver(beneath: ErrorFacts, validated: readonly ErrorCode[]): ErrorFacts {
  const { codes, constraint, texts } = readableAs({ ...within('parent', beneath) }, within('original', beneath));
  return { codes, ...(constraint !== undefined && { constraint: [...constraint, ['index']] }), texts: [ownMessage('Validation error', validated), ...texts] };
}

export default {
  id: 'sequelize',
  title: 'Sequelize',
  language: 'javascript',
  dialect: null,
  packages: ['sequelize'],
  measured: { sequelize: '6.37.8' },
  pooled: sequelizePooled,
  modules: { sequelize: { commonjs: 'default', named: { Sequelize }, default: Sequelize } },
  handles: {
    sequelize: sequelizeOf(null),
    postgresSequelize: sequelizeOf('postgres'),
    mysqlSequelize: sequelizeOf('mysql'),
    sqliteSequelize: sequelizeOf('sqlite'),
    // Passed on in the options of a query, which it does not send itself.
    transaction: { role: 'transaction', title: 'Sequelize transaction', types: { sequelize: ['Transaction'] }, members: { commit: other, rollback: other, afterCommit: other } },
    postgresResult: resultOf('postgres'),
    mysqlResult: resultOf('mysql'),
    sqliteResult: resultOf('sqlite'),
    postgresRows: { role: 'rows', title: 'rows', types: {}, members: {}, reading: listOfRows },
    // mysql2's header of what writes.
    mysqlRows: {
      role: 'rows', title: 'rows', types: {}, reading: listOfRows,
      members: { affectedRows: read, insertId: read, changedRows: read, info: read, fieldCount: read, serverStatus: read, warningStatus: read },
    },
    sqliteRows: { role: 'rows', title: 'rows', types: {}, members: {}, reading: listOfRows },
    row: { role: 'row', title: 'row', types: {}, members: {}, reading: oneRow },
  },
  // The server's error is the `parent` of Sequelize's, with the same message.
  errors: { postgres: errorsOver(pgErrors, ['23505']), mysql: errorsOver(mysqlErrors, ['ER_DUP_ENTRY']), sqlite: errorsOver(sqlite3Errors, ['SQLITE_CONSTRAINT']) },
  placeholders: {
    ...contracts('postgres', {
      rejects: { ...rejectedByPostgres, 'dollar-number': noSuchParameter, 'at-name': absoluteValue },
      unbound: { ...leftToServer, code: '42601' },
      unboundText: leftToServer,
      ...{ spare: bindSuppliesMore, quoted: bindSuppliesMore, gap: undeterminedType },
    }),
    ...contracts('mysql', {
      rejects: { ...rejectedByMysql, qmark: mysqlParseError, 'qmark-ident': mysqlParseError, 'qmark-number': mysqlParseError },
      unbound: mysqlParseError,
      unboundText: leftToServer,
      ...{ spare: null, quoted: textInQuotes, gap: null },
    }),
    ...contracts('sqlite', {
      rejects: { ...compiled, ...rejectNames(becomesNull) },
      rejectsInBind: { ...compiled, ...rejectNames(outOfRange), qmark: outOfRange, 'qmark-number': outOfRange },
      ...{ unbound: becomesNull, unboundText: becomesNull, spare: outOfRange, quoted: outOfRange, gap: outOfRange },
    }),
  },
} satisfies Driver as Driver;
