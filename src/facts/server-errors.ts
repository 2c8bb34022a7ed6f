/**
 * What servers find wrong, by which code they tell it, and how they word it. Every text was seen on PostgreSQL 15 or on MariaDB 10.11; both say
 * it in other words where `lc_messages` is another language, which was seen, too. SQLite's texts are always the same, and left out. Left out
 * is also what the code tells less exactly than the text: 57014 stands for a timeout and for a user's request, 0A000 and XX000 for many things.
 */
import type { ServerError } from './error-schema.js';
import type { Dialect } from './schema.js';

/** Errors that PostgreSQL alone gives, or for which no other code is compared. */
function ofPostgres(sqlstate: string, name: string, ...texts: readonly string[]): ServerError {
  return { name, codes: { sqlstate: [sqlstate] }, texts: { postgres: texts } };
}

function mysqlCodes(codes: Readonly<Record<string, number>>): Pick<ServerError['codes'], 'mysql-name' | 'mysql-number'> {
  return { 'mysql-name': Object.keys(codes), 'mysql-number': Object.values(codes) };
}

/** Extended codes of SQLite's constraints, which share one primary code. */
function sqliteCodes(codes: Readonly<Record<string, number>>): Pick<ServerError['codes'], 'sqlite-name' | 'sqlite-number' | 'sqlite-primary-name' | 'sqlite-primary-number'> {
  return { 'sqlite-name': Object.keys(codes), 'sqlite-number': Object.values(codes), 'sqlite-primary-name': ['SQLITE_CONSTRAINT'], 'sqlite-primary-number': [19] };
}

const uniqueInSqlite = { SQLITE_CONSTRAINT_UNIQUE: 2067, SQLITE_CONSTRAINT_PRIMARYKEY: 1555 } as const;
const foreignKeyInSqlite = { SQLITE_CONSTRAINT_FOREIGNKEY: 787 } as const;
const notNullInSqlite = { SQLITE_CONSTRAINT_NOTNULL: 1299 } as const;
const checkInSqlite = { SQLITE_CONSTRAINT_CHECK: 275 } as const;

export const serverErrors: readonly ServerError[] = [
  {
    name: 'unique_violation',
    codes: { sqlstate: ['23505'], ...mysqlCodes({ ER_DUP_ENTRY: 1062 }), ...sqliteCodes(uniqueInSqlite) },
    texts: { postgres: ['duplicate key value violates unique constraint "{}"'], mysql: ["Duplicate entry '{}' for key '{}'"] },
  },
  {
    name: 'foreign_key_violation',
    codes: { sqlstate: ['23503'], ...mysqlCodes({ ER_NO_REFERENCED_ROW_2: 1452, ER_ROW_IS_REFERENCED_2: 1451 }), ...sqliteCodes(foreignKeyInSqlite) },
    texts: {
      postgres: ['insert or update on table "{}" violates foreign key constraint "{}"', 'update or delete on table "{}" violates foreign key constraint "{}" on table "{}"'],
      mysql: ['Cannot add or update a child row: a foreign key constraint fails ({})', 'Cannot delete or update a parent row: a foreign key constraint fails ({})'],
    },
  },
  {
    name: 'not_null_violation',
    codes: { sqlstate: ['23502'], ...mysqlCodes({ ER_BAD_NULL_ERROR: 1048 }), ...sqliteCodes(notNullInSqlite) },
    texts: {
      postgres: ['null value in column "{}" of relation "{}" violates not-null constraint', 'column "{}" of relation "{}" contains null values'],
      mysql: ["Column '{}' cannot be null"],
    },
  },
  {
    name: 'check_violation',
    codes: { sqlstate: ['23514'], ...sqliteCodes(checkInSqlite) },
    texts: { postgres: ['new row for relation "{}" violates check constraint "{}"', 'check constraint "{}" of relation "{}" is violated by some row'] },
  },
  { name: 'integrity_constraint_violation', codes: sqliteCodes({ ...uniqueInSqlite, ...foreignKeyInSqlite, ...notNullInSqlite, ...checkInSqlite }), texts: {} },
  ofPostgres('23P01', 'exclusion_violation', 'conflicting key value violates exclusion constraint "{}"'),
  {
    name: 'undefined_table',
    codes: { sqlstate: ['42P01'], ...mysqlCodes({ ER_NO_SUCH_TABLE: 1146 }) },
    texts: { postgres: ['relation "{}" does not exist', 'table "{}" does not exist', 'view "{}" does not exist', 'sequence "{}" does not exist'], mysql: ["Table '{}' doesn't exist"] },
  },
  {
    name: 'undefined_column',
    codes: { sqlstate: ['42703'], ...mysqlCodes({ ER_BAD_FIELD_ERROR: 1054 }) },
    texts: { postgres: ['column "{}" does not exist', 'column "{}" of relation "{}" does not exist', 'column {} does not exist'], mysql: ["Unknown column '{}' in '{}'"] },
  },
  {
    name: 'duplicate_table',
    isOfMaking: true,
    codes: { sqlstate: ['42P07'], ...mysqlCodes({ ER_TABLE_EXISTS_ERROR: 1050 }) },
    texts: { postgres: ['relation "{}" already exists'], mysql: ["Table '{}' already exists"] },
  },
  {
    name: 'duplicate_column',
    isOfMaking: true,
    codes: { sqlstate: ['42701'], ...mysqlCodes({ ER_DUP_FIELDNAME: 1060 }) },
    texts: { postgres: ['column "{}" of relation "{}" already exists'], mysql: ["Duplicate column name '{}'"] },
  },
  {
    name: 'duplicate_object',
    isOfMaking: true,
    codes: { sqlstate: ['42710'], ...mysqlCodes({ ER_DUP_KEYNAME: 1061 }) },
    texts: {
      postgres: ['type "{}" already exists', 'role "{}" already exists', 'constraint "{}" for relation "{}" already exists', 'extension "{}" already exists', 'trigger "{}" for relation "{}" already exists'],
      mysql: ["Duplicate key name '{}'"],
    },
  },
  {
    name: 'syntax_error',
    codes: { sqlstate: ['42601'], ...mysqlCodes({ ER_PARSE_ERROR: 1064 }) },
    texts: { postgres: ['syntax error at or near "{}"', 'syntax error at end of input'], mysql: ['You have an error in your SQL syntax; check the manual that corresponds to your {}'] },
  },
  {
    name: 'deadlock_detected',
    codes: { sqlstate: ['40P01'], ...mysqlCodes({ ER_LOCK_DEADLOCK: 1213 }) },
    texts: { postgres: ['deadlock detected'], mysql: ['Deadlock found when trying to get lock; try restarting transaction'] },
  },
  {
    name: 'lock_not_available',
    codes: { sqlstate: ['55P03'], ...mysqlCodes({ ER_LOCK_WAIT_TIMEOUT: 1205 }) },
    texts: {
      postgres: ['could not obtain lock on row in relation "{}"', 'could not obtain lock on relation "{}"', 'canceling statement due to lock timeout'],
      mysql: ['Lock wait timeout exceeded; try restarting transaction'],
    },
  },
  {
    name: 'string_data_right_truncation',
    codes: { sqlstate: ['22001'], ...mysqlCodes({ ER_DATA_TOO_LONG: 1406 }) },
    texts: { postgres: ['value too long for type {}'], mysql: ["Data too long for column '{}' at row {}"] },
  },
  {
    name: 'too_many_connections',
    codes: { sqlstate: ['53300'], ...mysqlCodes({ ER_CON_COUNT_ERROR: 1040 }) },
    texts: { postgres: ['sorry, too many clients already', 'too many connections for role "{}"'], mysql: ['Too many connections'] },
  },
  ofPostgres('40001', 'serialization_failure', 'could not serialize access due to {}'),
  ofPostgres('25P02', 'in_failed_sql_transaction', 'current transaction is aborted, commands ignored until end of transaction block'),
  ofPostgres('57P01', 'admin_shutdown', 'terminating connection due to administrator command'),
  ofPostgres('42501', 'insufficient_privilege', 'permission denied for {}', 'must be owner of {}'),
  ofPostgres('22P02', 'invalid_text_representation', 'invalid input syntax for type {}', 'invalid input value for enum {}: "{}"'),
  ofPostgres('22007', 'invalid_datetime_format', 'invalid input syntax for type timestamp: "{}"', 'invalid input syntax for type date: "{}"'),
  ofPostgres('22008', 'datetime_field_overflow', 'date/time field value out of range: "{}"'),
  ofPostgres('22003', 'numeric_value_out_of_range', 'value "{}" is out of range for type {}', 'integer out of range'),
  ofPostgres('22012', 'division_by_zero', 'division by zero'),
  ofPostgres('21000', 'cardinality_violation', 'more than one row returned by a subquery used as an expression', 'ON CONFLICT DO UPDATE command cannot affect row a second time'),
  ofPostgres('42P10', 'invalid_column_reference', 'there is no unique or exclusion constraint matching the ON CONFLICT specification'),
  ofPostgres('42883', 'undefined_function', 'function {} does not exist', 'operator does not exist: {}'),
  ofPostgres('42704', 'undefined_object', 'type "{}" does not exist', 'role "{}" does not exist', 'index "{}" does not exist', 'constraint "{}" of relation "{}" does not exist', 'trigger "{}" for table "{}" does not exist'),
  ofPostgres('28000', 'invalid_authorization_specification', 'role "{}" does not exist'),
  ofPostgres('3D000', 'invalid_catalog_name', 'database "{}" does not exist'),
  ofPostgres('3F000', 'invalid_schema_name', 'schema "{}" does not exist'),
  { ...ofPostgres('42P06', 'duplicate_schema', 'schema "{}" already exists'), isOfMaking: true },
  { ...ofPostgres('42P04', 'duplicate_database', 'database "{}" already exists'), isOfMaking: true },
  { ...ofPostgres('42723', 'duplicate_function', 'function "{}" already exists with same argument types'), isOfMaking: true },
  { ...ofPostgres('42P05', 'duplicate_prepared_statement', 'prepared statement "{}" already exists'), isOfMaking: true },
  ofPostgres('26000', 'invalid_sql_statement_name', 'prepared statement "{}" does not exist'),
];

/** Words that no one but a database says: where they are looked for, the text of the server is meant, whoever else may fail there. */
export const tellingWords: readonly string[] = [
  ...['duplicate key', 'violates', 'unique constraint', 'foreign key', 'not-null constraint', 'check constraint', 'exclusion constraint'],
  ...['relation "', 'deadlock', 'could not serialize', 'transaction is aborted', 'too many clients', 'prepared statement', 'value too long for type'],
  ...['duplicate entry', 'unknown column', 'duplicate column name', 'duplicate key name', 'lock wait timeout', 'data too long for column'],
];

/** What drivers say themselves, without a code: where one of these fits, too, the text is all there is to ask. */
export const textsWithoutCode: Readonly<Partial<Record<Dialect, readonly string[]>>> = {
  postgres: [
    ...['timeout exceeded when trying to connect', 'Connection terminated due to connection timeout', 'Connection terminated unexpectedly', 'timeout expired'],
    ...['Query read timeout', 'Client was closed and is not queryable', 'Client has encountered a connection error and is not queryable'],
    ...['The server does not support SSL connections', 'Client network socket disconnected before secure TLS connection was established'],
    ...['Query values must be an array', 'Release called on client which has already been released to the pool.', 'Operation timeout'],
    'Knex: Timeout acquiring a connection. The pool is probably full. Are you missing a .transacting(trx) call?',
  ],
  mysql: ["Can't add new command when connection is in closed state", 'Pool is closed.', 'Queue limit reached.', 'No connections available.', 'Connection lost: The server closed the connection.'],
};
