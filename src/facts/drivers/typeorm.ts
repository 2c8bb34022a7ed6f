import { spentClient } from '../checkouts.js';
import { betterSqliteErrors, mysqlErrors, pgErrors, readableAs, within } from '../driver-errors.js';
import { mysqlParseError, rejectedByMysql } from '../mysql-server.js';
import { typeormOpenings } from '../openings.js';
import { boundByServer, boundFromTag } from '../pg-api.js';
import { typeormPooled } from '../pooled.js';
import { listOfRows, rowOfAnyShape } from '../readings.js';
import type { Dialect, Driver, HandleFacts, MemberFacts, Outcome, PlaceholderFacts, QueryFacts } from '../schema.js';
import { rejectedBySqlite, rejectNames } from '../sqlite-server.js';

const other = { does: 'other' } as const;
const read = { does: 'read' } as const;

/** The types whose answers were seen; another one, or one that is not written down, gives the handles without a dialect. */
type Server = 'postgres' | 'mysql' | 'sqlite';
const types: Readonly<Record<string, Server>> = { postgres: 'postgres', mysql: 'mysql', mariadb: 'mysql', 'better-sqlite3': 'sqlite' };
const byType = Object.fromEntries(Object.entries(types).map(([type, server]) => [type, `${server}DataSource`]));
const dialects: Readonly<Record<Server, Dialect>> = { postgres: 'postgres', mysql: 'mysql', sqlite: 'sqlite' };

const nothingTold = (names: string): Readonly<Record<string, MemberFacts>> => Object.fromEntries(names.split(' ').map((name) => [name, other]));

const entities =
  'createQueryBuilder hasId getId create merge preload save remove softRemove recover insert upsert update updateAll delete deleteAll softDelete restore exists existsBy ' +
  'count countBy sum average minimum maximum find findBy findAndCount findAndCountBy findOne findOneBy findOneOrFail findOneByOrFail clear increment decrement';
const schemaChanges =
  'broadcaster isReleased isTransactionActive data connect beforeMigration afterMigration clearDatabase startTransaction commitTransaction rollbackTransaction stream getDatabases ' +
  'getSchemas getTable getTables getView getViews getReplicationMode hasDatabase getCurrentDatabase hasSchema getCurrentSchema hasTable hasColumn createDatabase dropDatabase ' +
  'createSchema dropSchema createTable dropTable createView dropView renameTable changeTableComment addColumn addColumns renameColumn changeColumn changeColumns dropColumn ' +
  'dropColumns createPrimaryKey updatePrimaryKeys dropPrimaryKey createUniqueConstraint createUniqueConstraints dropUniqueConstraint dropUniqueConstraints createCheckConstraint ' +
  'createCheckConstraints dropCheckConstraint dropCheckConstraints createExclusionConstraint createExclusionConstraints dropExclusionConstraint dropExclusionConstraints ' +
  'createForeignKey createForeignKeys dropForeignKey dropForeignKeys createIndex createIndices dropIndex dropIndices clearTable enableSqlMemory disableSqlMemory clearSqlMemory ' +
  'getMemorySql executeMemoryUpSql executeMemoryDownSql';
const settings =
  'options isInitialized driver namingStrategy metadataTableName logger migrations subscribers entityMetadatas entityMetadatasMap queryResultCache relationLoader relationIdLoader ' +
  'mongoManager sqljsManager setOptions synchronize dropDatabase runMigrations undoLastMigration showMigrations hasMetadata getMetadata getMongoRepository ' +
  'createQueryBuilder getManyToManyMetadata defaultReplicationModeForReads';

/** Releasing it twice goes unseen. */
const runnerOfPool = spentClient({ message: 'Query runner already released. Cannot run queries anymore.' });

/** The data source, its managers, runners and repositories, which all send the same text in the same way. */
function handlesOf(server: Server | null): Readonly<Record<string, HandleFacts>> {
  const name = (handle: string): string => (server === null ? handle : `${server}${handle.charAt(0).toUpperCase()}${handle.slice(1)}`);
  const variant = (handle: string, type: string): Pick<HandleFacts, 'types' | 'dialect' | 'variantOf'> =>
    server === null ? { types: { typeorm: [type] } } : { types: {}, dialect: dialects[server], variantOf: handle };
  const give = (handle: string): MemberFacts => ({ does: 'become', gives: { handle: name(handle) } });
  const has = (handle: string): MemberFacts => ({ does: 'read', gives: { handle: name(handle) } });
  const query: QueryFacts = {
    does: 'query',
    sql: { at: 'argument', index: 0 },
    values: { at: 'argument', index: 1 },
    placeholders: server ?? 'postgres',
    ...(server === 'sqlite' && { placeholdersWithoutValues: 'sqliteText' }),
    ...(server !== null && { gives: { handle: `${server}Rows`, promise: true } }),
    sent: 'now',
  };
  // Its own result with `raw`, `records` and `affected`, where the third argument of a runner's query asks for it.
  const runnerQuery: QueryFacts = { ...query, reshapedBy: 2 };
  // What the tag of the other servers does to a placeholder by hand depends on its style.
  const sql: MemberFacts = server === 'postgres' ? { does: 'query', sql: { at: 'template' }, values: { at: 'template' }, placeholders: 'tag', gives: { handle: 'postgresRows', promise: true }, sent: 'now' } : other;
  const transaction: MemberFacts = { does: 'transaction', callback: { parameters: [name('manager')] } };
  const repositories = { getRepository: give('repository'), getTreeRepository: give('repository') };
  return {
    [name('dataSource')]: {
      role: 'pool',
      title: 'TypeORM DataSource',
      opening: typeormOpenings[server ?? 'any'],
      ...variant('dataSource', 'DataSource'),
      members: {
        ...nothingTold(settings),
        ...{ query, sql, transaction, ...repositories, manager: has('manager'), createEntityManager: give('manager'), destroy: { does: 'close' } },
        initialize: { does: 'become', gives: { handle: name('dataSource'), promise: true } },
        createQueryRunner: { does: 'acquire', gives: { handle: name('runner') } },
      },
    },
    [name('manager')]: {
      // Of a data source or of one transaction.
      role: 'pool',
      title: 'TypeORM EntityManager',
      ...variant('manager', 'EntityManager'),
      members: {
        ...nothingTold(entities),
        ...{ query, sql, transaction, ...repositories, getMongoRepository: other, withRepository: other, release: other },
        ...{ dataSource: has('dataSource'), connection: has('dataSource'), queryRunner: has('runner') },
      },
    },
    [name('runner')]: {
      role: 'client',
      title: 'TypeORM QueryRunner',
      ...variant('runner', 'QueryRunner'),
      // SQLite has one runner, which goes on after its release.
      ...((server === 'postgres' || server === 'mysql') && { checkout: runnerOfPool }),
      members: {
        ...nothingTold(schemaChanges),
        ...{ query: runnerQuery, sql, manager: has('manager'), dataSource: has('dataSource'), connection: has('dataSource'), release: { does: 'release' } },
      },
    },
    [name('repository')]: {
      role: 'pool',
      title: 'TypeORM Repository',
      ...variant('repository', 'Repository'),
      members: { ...nothingTold(entities), query, sql, manager: has('manager'), queryRunner: has('runner'), target: read, metadata: read, extend: other },
    },
  };
}

/** Said before anything is sent. */
const noRecord: Outcome = { message: 'Your driver does not support named placeholders.' };
const range = (message: string): Outcome => ({ message: `RangeError: ${message}` });
const tooMany = range('Too many parameter values were provided');
const tooFew = range('Too few parameter values were provided');
const compiled = rejectedBySqlite((message) => ({ code: 'SQLITE_ERROR', message: `SqliteError: ${message}` }));
const sqlite: PlaceholderFacts = {
  positional: ['qmark'],
  named: null,
  rejects: { ...compiled, ...rejectNames(tooMany), 'qmark-number': tooMany },
  quoted: tooMany,
  ...{ tooFew, none: tooFew, tooMany, unused: tooMany },
  notAList: noRecord,
};

const textInQuotes: Outcome = { message: 'the text in quotes stays as it is, and its value is not used', silent: true };
const numberStays: Outcome = { message: 'the value takes the place of the `?`, and the number stays behind it', silent: true };

export default {
  id: 'typeorm',
  title: 'TypeORM',
  language: 'javascript',
  dialect: null,
  packages: ['typeorm'],
  measured: { typeorm: '1.1.1' },
  pooled: typeormPooled,
  modules: {
    typeorm: { commonjs: 'named', named: { DataSource: { is: 'class', creates: { handle: 'dataSource' }, choice: { option: 'type', handles: byType } } }, default: { is: 'namespace' } },
  },
  handles: {
    ...handlesOf(null),
    ...handlesOf('postgres'),
    ...handlesOf('mysql'),
    ...handlesOf('sqlite'),
    // Rows of what reads; `[rows, count]` of an UPDATE and a DELETE.
    postgresRows: { role: 'rows', title: 'rows', types: {}, members: {}, reading: listOfRows },
    // mysql2's header of what writes.
    mysqlRows: {
      role: 'rows', title: 'rows', types: {}, reading: listOfRows,
      members: { affectedRows: read, insertId: read, changedRows: read, info: read, fieldCount: read, serverStatus: read, warningStatus: read },
    },
    // The last row's number of what writes.
    sqliteRows: { role: 'rows', title: 'rows', types: {}, members: {}, reading: { shape: 'array' } },
    row: { role: 'row', title: 'row', types: {}, members: {}, reading: rowOfAnyShape },
  },
  // A QueryFailedError with the properties of the error beneath, which is its `driverError`.
  errors: {
    postgres: readableAs({ ...pgErrors, classes: {} }, within('driverError', pgErrors)),
    mysql: readableAs(mysqlErrors, within('driverError', mysqlErrors)),
    sqlite: readableAs({ ...betterSqliteErrors, classes: {} }, within('driverError', betterSqliteErrors)),
  },
  placeholders: {
    postgres: { ...boundByServer, notAList: noRecord, severalArguments: { message: 'the second value is no query runner, and nothing is sent', inWords: true } },
    tag: boundFromTag,
    // Written into the text by mysql2, which TypeORM loads for both servers.
    mysql: {
      positional: ['qmark', 'qmark-ident'],
      named: null,
      rejects: { ...rejectedByMysql, 'qmark-number': numberStays },
      quoted: textInQuotes,
      ...{ tooFew: mysqlParseError, none: mysqlParseError, tooMany: null, unused: null, notAList: null },
    },
    sqlite,
    sqliteText: { ...sqlite, rejects: { ...compiled, ...rejectNames({ message: 'TypeError: Missing named parameters' }) } },
  },
} satisfies Driver as Driver;
