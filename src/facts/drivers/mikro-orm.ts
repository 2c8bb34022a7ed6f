import { betterSqliteErrors, mysqlErrors, pgErrors } from '../driver-errors.js';
import { mysqlParseError, rejectedByMysql } from '../mysql-server.js';
import { mikroOrmOpenings } from '../openings.js';
import { noSuchParameter, rejectedByPostgres } from '../postgres-server.js';
import { listOfRows, oneRow } from '../readings.js';
import type { Dialect, Driver, HandleFacts, MemberFacts, ModuleFacts, Outcome, PlaceholderFacts, PlaceholderStyle, QueryFacts } from '../schema.js';
import { rejectedBySqlite, rejectNames } from '../sqlite-server.js';

const other = { does: 'other' } as const;
const nothingTold = (names: string): Readonly<Record<string, MemberFacts>> => Object.fromEntries(names.split(' ').map((name) => [name, other]));

/** One package per server. `@mikro-orm/sqlite` is over better-sqlite3. */
type Server = 'postgresql' | 'mysql' | 'sqlite';
const dialects: Readonly<Record<Server, Dialect>> = { postgresql: 'postgres', mysql: 'mysql', sqlite: 'sqlite' };

const managing =
  'createQueryBuilder qb getKysely countBy getRepository config global name getDriver getPlatform repo find stream findAll addFilter setFilterParams getFilterParams ' +
  'setSessionContext getSessionContext clearSessionContext getTransactionSessionContext withSessionContext setLoggerContext getLoggerContext setFlushMode applyFilters findAndCount ' +
  'findByCursor refreshOrFail refresh findOne findOneOrFail upsert upsertMany begin commit rollback lock insert insertMany nativeUpdate callRoutine nativeDelete map merge ' +
  'create assign getReference count persist remove flush tryFlush clear canPopulate populate getUnitOfWork getEntityFactory getEntityLoader getHydrator getEventManager ' +
  'isInTransaction getTransactionContext setTransactionContext resetTransactionContext getMetadata getComparator preparePopulate cacheKey tryCache storeCache clearCache schema getDataLoader id';
const connecting =
  'createKyselyDialect getNativeClient callRoutine connect createKysely isConnected checkConnection getClient initClient transactional begin commit rollback stream executeDump ' +
  'getConnectionOptions setMetadata setPlatform getPlatform';

function handlesOf(server: Server, connectionType: string): Readonly<Record<string, HandleFacts>> {
  const specifier = `@mikro-orm/${server}`;
  const dialect = dialects[server];
  const manager: MemberFacts = { does: 'become', gives: { handle: `${server}Manager` } };
  /** The third argument asks for one row, or for the number of affected rows. */
  const execute: QueryFacts = {
    does: 'query',
    sql: { at: 'argument', index: 0 },
    values: { at: 'argument', index: 1 },
    placeholders: server,
    placeholdersWithoutValues: `${server}Text`,
    gives: { handle: 'rows', promise: true },
    reshapedBy: 2,
    sent: 'now',
  };
  return {
    [`${server}Orm`]: {
      role: 'pool',
      title: 'MikroORM',
      opening: mikroOrmOpenings[server],
      types: { [specifier]: ['MikroORM'] },
      dialect,
      members: {
        ...nothingTold('driver config connect reconnect isConnected checkConnection getMetadata discoverEntity schema seeder migrator entityGenerator'),
        em: { does: 'read', gives: { handle: `${server}Manager` } },
        close: { does: 'close' },
      },
    },
    [`${server}Manager`]: {
      role: 'pool',
      title: 'MikroORM EntityManager',
      types: { [specifier]: ['EntityManager', 'SqlEntityManager'] },
      dialect,
      members: {
        ...nothingTold(managing),
        ...{ execute, fork: manager, getContext: manager, clone: other, transactional: { does: 'transaction', callback: { parameters: [`${server}Manager`] } } },
        getConnection: { does: 'become', gives: { handle: `${server}Connection` } },
      },
    },
    [`${server}Connection`]: {
      role: 'pool',
      title: 'MikroORM connection',
      types: { [specifier]: [connectionType] },
      dialect,
      members: { ...nothingTold(connecting), execute, close: { does: 'close' } },
    },
  };
}

function moduleOf(server: Server): ModuleFacts {
  const creates = { handle: `${server}Orm` };
  return { commonjs: 'named', named: { MikroORM: { is: 'class', creates, of: { init: { is: 'function', creates: { ...creates, promise: true } } } } } };
}

interface Answers {
  readonly rejects: PlaceholderFacts['rejects'];
  /** A `?` without values, which is left to the server, and a `:name` without a key. */
  readonly unbound: Outcome;
  readonly unboundName: Outcome;
  /** A `?` beyond the values, for which `undefined` is written into the text. */
  readonly beyond: Outcome;
  /** The value with its own quotes stands inside the quotes of the text. */
  readonly quotedTwice: string;
}

const questionMarks: readonly string[] = ['qmark', 'qmark-ident'] satisfies readonly PlaceholderStyle[];

/** Everything is written into the text before it is sent; `= any(?)` gets a list without brackets. */
function contracts(server: Server, { rejects, unbound, unboundName, beyond, quotedTwice }: Answers): Readonly<Record<string, PlaceholderFacts>> {
  const numberStays: Outcome = { message: 'the value takes the place of the `?`, and the number stays behind it', silent: true };
  const wrong = Object.fromEntries(Object.entries(rejects).filter(([style]) => !questionMarks.includes(style)));
  const contract: PlaceholderFacts = {
    positional: ['qmark', 'qmark-ident'],
    named: { styles: ['colon-name', 'colon-number'], missing: unboundName },
    rejects: { ...wrong, 'qmark-number': numberStays },
    quoted: { code: quotedTwice, message: 'the value with quotes of its own stands inside these quotes', inWords: true },
    ...{ tooFew: beyond, none: unbound, tooMany: null, unused: null, notAList: unbound, scalar: beyond },
  };
  return { [server]: contract, [`${server}Text`]: { ...contract, rejects: {} } };
}

const becomesNull: Outcome = { message: 'the placeholder is NULL', silent: true };
const missingNames: Outcome = { message: 'Missing named parameters' };
const colon: Outcome = { code: '42601', message: 'syntax error at or near ":"' };

export default {
  id: 'mikro-orm',
  title: 'MikroORM',
  language: 'javascript',
  dialect: null,
  packages: ['@mikro-orm/postgresql', '@mikro-orm/mysql', '@mikro-orm/sqlite', '@mikro-orm/core'],
  measured: { '@mikro-orm/postgresql': '7.2.1', '@mikro-orm/mysql': '7.2.1', '@mikro-orm/sqlite': '7.2.1', '@mikro-orm/core': '7.2.1' },
  modules: { '@mikro-orm/postgresql': moduleOf('postgresql'), '@mikro-orm/mysql': moduleOf('mysql'), '@mikro-orm/sqlite': moduleOf('sqlite') },
  handles: {
    ...handlesOf('postgresql', 'PostgreSqlConnection'),
    ...handlesOf('mysql', 'MySqlConnection'),
    ...handlesOf('sqlite', 'SqliteConnection'),
    // A list also for what writes: an empty one.
    rows: { role: 'rows', title: 'rows', types: {}, members: {}, reading: listOfRows },
    row: { role: 'row', title: 'row', types: {}, members: {}, reading: oneRow },
  },
  // Exceptions with the properties of the error beneath.
  errors: { postgres: { ...pgErrors, classes: {} }, mysql: mysqlErrors, sqlite: { ...betterSqliteErrors, classes: {} } },
  placeholders: {
    ...contracts('postgresql', {
      rejects: { ...rejectedByPostgres, 'dollar-number': noSuchParameter, 'at-name': { message: 'it is the absolute value of a column, and the value is not used', silent: true } },
      unbound: { code: '42601', message: 'the `?` goes to the server as it is', inWords: true },
      unboundName: colon,
      beyond: { code: '42703', message: 'column "undefined" does not exist' },
      quotedTwice: '42601',
    }),
    ...contracts('mysql', { rejects: rejectedByMysql, unbound: mysqlParseError, unboundName: mysqlParseError, beyond: becomesNull, quotedTwice: 'ER_PARSE_ERROR' }),
    ...contracts('sqlite', {
      rejects: { ...rejectedBySqlite((message) => ({ code: 'SQLITE_ERROR', message })), ...rejectNames(missingNames) },
      unbound: { message: 'Too few parameter values were provided' },
      unboundName: missingNames,
      beyond: becomesNull,
      quotedTwice: 'SQLITE_ERROR',
    }),
  },
} satisfies Driver as Driver;
