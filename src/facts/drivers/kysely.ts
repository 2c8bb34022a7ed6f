import { betterSqliteErrors, mysqlErrors, pgErrors } from '../driver-errors.js';
import { boundByMysql, boundByPg, boundBySqlite } from '../fragment-tags.js';
import { listOfRows, oneRow, recordWithRows } from '../readings.js';
import type { Dialect, Driver, HandleFacts, MemberFacts } from '../schema.js';

const other = { does: 'other' } as const;
const read = { does: 'read' } as const;
const nothingTold = (names: string): Readonly<Record<string, MemberFacts>> => Object.fromEntries(names.split(' ').map((name) => [name, other]));

/** Kysely's own dialects; with another one the handles have no dialect. */
type Server = 'postgres' | 'mysql' | 'sqlite';
const dialects: Readonly<Record<Server, Dialect>> = { postgres: 'postgres', mysql: 'mysql', sqlite: 'sqlite' };

const builders = 'schema dynamic introspection case fn selectFrom selectNoFrom insertInto replaceInto deleteFrom updateTable mergeInto with withRecursive getExecutor executeQuery isTransaction';

/** The database and its transactions. Both send no text of their own: sql`…`.execute(db). */
function handlesOf(server: Server | null): Readonly<Record<string, HandleFacts>> {
  const name = (handle: string): string => (server === null ? handle : `${server}${handle.charAt(0).toUpperCase()}${handle.slice(1)}`);
  const variant = (handle: string, type: string): Pick<HandleFacts, 'types' | 'dialect' | 'variantOf'> =>
    server === null ? { types: { kysely: [type] } } : { types: {}, dialect: dialects[server], variantOf: handle };
  const same = (handle: string): MemberFacts => ({ does: 'become', gives: { handle: name(handle) } });
  const plugins = (handle: string): Readonly<Record<string, MemberFacts>> => ({ withPlugin: same(handle), withoutPlugins: same(handle), withSchema: same(handle), withTables: same(handle) });
  return {
    [name('kysely')]: {
      role: 'pool',
      title: 'Kysely',
      ...variant('kysely', 'Kysely'),
      members: { ...nothingTold(builders), ...plugins('kysely'), transaction: same('transactions'), startTransaction: other, connection: same('connections'), destroy: { does: 'close' } },
    },
    // `db.transaction().setIsolationLevel('serializable').execute(async (trx) => …)`.
    [name('transactions')]: {
      role: 'query',
      title: 'Kysely transaction builder',
      ...variant('transactions', 'TransactionBuilder'),
      members: { setIsolationLevel: same('transactions'), setAccessMode: same('transactions'), execute: { does: 'transaction', callback: { parameters: [name('transaction')] } } },
    },
    [name('connections')]: {
      role: 'query',
      title: 'Kysely connection builder',
      ...variant('connections', 'ConnectionBuilder'),
      members: { execute: { does: 'acquire', callback: { parameters: [name('kysely')] } } },
    },
    [name('transaction')]: {
      role: 'transaction',
      title: 'Kysely transaction',
      ...variant('transaction', 'Transaction'),
      members: { ...nothingTold(builders), ...plugins('transaction'), transaction: other, startTransaction: other, connection: other, destroy: other },
    },
  };
}

const contracts = Object.fromEntries(Object.keys(dialects).flatMap((server) => [[`${server}Kysely`, server], [`${server}Transaction`, server]]));
const dialect = (title: string): HandleFacts => ({ role: 'fragment', title, types: {}, members: {} });

export default {
  id: 'kysely',
  title: 'Kysely',
  language: 'javascript',
  dialect: null,
  packages: ['kysely'],
  measured: { kysely: '0.28.18' },
  modules: {
    kysely: {
      commonjs: 'named',
      named: {
        Kysely: {
          is: 'class',
          creates: { handle: 'kysely' },
          choice: { option: 'dialect', handles: { postgresDialect: 'postgresKysely', mysqlDialect: 'mysqlKysely', sqliteDialect: 'sqliteKysely' } },
        },
        PostgresDialect: { is: 'class', creates: { handle: 'postgresDialect' } },
        MysqlDialect: { is: 'class', creates: { handle: 'mysqlDialect' } },
        SqliteDialect: { is: 'class', creates: { handle: 'sqliteDialect' } },
        sql: { is: 'handle', handle: 'sql' },
      },
    },
  },
  handles: {
    ...handlesOf(null),
    ...handlesOf('postgres'),
    ...handlesOf('mysql'),
    ...handlesOf('sqlite'),
    postgresDialect: dialect('PostgresDialect'),
    mysqlDialect: dialect('MysqlDialect'),
    sqliteDialect: dialect('SqliteDialect'),
    sql: { role: 'fragment', title: 'Kysely sql', types: { kysely: ['Sql'] }, template: { handle: 'fragment' }, members: nothingTold('id join lit literal raw ref table val value') },
    fragment: {
      role: 'fragment',
      title: 'Kysely sql',
      types: { kysely: ['RawBuilder'] },
      members: {
        ...nothingTold('as compile toOperationNode isRawBuilder expressionType'),
        ...{ $castTo: { does: 'become', gives: { handle: 'fragment' } }, $notNull: { does: 'become', gives: { handle: 'fragment' } }, withPlugin: { does: 'become', gives: { handle: 'fragment' } } },
        execute: {
          does: 'query',
          sql: { at: 'receiver', executor: 0, contracts },
          values: { at: 'template' },
          placeholders: 'postgres',
          gives: { handle: 'result', promise: true },
          sent: 'now',
        },
      },
    },
    result: {
      role: 'result',
      title: 'Kysely QueryResult',
      types: { kysely: ['QueryResult'] },
      members: { rows: { does: 'read', gives: { handle: 'rows' } }, numAffectedRows: read, numChangedRows: read, insertId: read },
      reading: { ...recordWithRows, affected: 'numAffectedRows' },
    },
    rows: { role: 'rows', title: 'rows', types: {}, members: {}, reading: listOfRows },
    row: { role: 'row', title: 'row', types: {}, members: {}, reading: oneRow },
  },
  // Those of the driver beneath.
  errors: { postgres: pgErrors, mysql: mysqlErrors, sqlite: betterSqliteErrors },
  placeholders: { postgres: boundByPg, mysql: boundByMysql, sqlite: boundBySqlite },
} satisfies Driver as Driver;
