/**
 * What becomes of placeholders by hand, and of holes in quotes, in templates whose `${}` an ORM binds. Seen with drizzle-orm 0.45.4 and
 * kysely 0.28.18 over pg, mysql2 on MariaDB 10.11 and better-sqlite3; for Postgres it is what every tag over pg does.
 */
import { rejectedByMysql } from './mysql-server.js';
import { boundFromTag } from './pg-api.js';
import { undeterminedType } from './postgres-server.js';
import type { Outcome, PlaceholderFacts } from './schema.js';
import { rejectedBySqlite } from './sqlite-server.js';

/** Through pg, and through postgres.js, which lets the server describe the statement before it binds. */
export const boundByPg: PlaceholderFacts = boundFromTag;
export const boundByPostgresJs: PlaceholderFacts = { ...boundFromTag, quoted: undeterminedType, holeInString: undeterminedType };

/** Of whatever style: the tag writes a `?` of its own for each hole and for nothing else. */
const noValue: Outcome = { message: 'the server finds no value for it', inWords: true };
const textInQuotes: Outcome = { message: 'the text in quotes stays as it is, and the value is not used', silent: true };
const tooMany: Outcome = { message: 'Too many parameter values were provided' };
const none = { named: null, tooFew: null, none: null, tooMany: null, unused: null, notAList: null, handWritten: noValue, handWrittenBesideHoles: noValue } as const;

const { 'dollar-number': column, 'dollar-brace': hole, ...wrongForMysql } = rejectedByMysql;
/** Double quotes are those of a string there. */
export const boundByMysql: PlaceholderFacts = { ...none, positional: ['qmark'], rejects: wrongForMysql, quoted: textInQuotes, holeInString: textInQuotes, holeInIdentifier: textInQuotes };

const { 'dollar-brace': holeOfSqlite, ...wrongForSqlite } = rejectedBySqlite((message) => ({ code: 'SQLITE_ERROR', message }));
export const boundBySqlite: PlaceholderFacts = {
  ...none,
  positional: ['qmark'],
  rejects: { ...wrongForSqlite, 'colon-name': noValue, 'at-name': noValue, 'dollar-name': noValue },
  quoted: tooMany,
  holeInString: tooMany,
  holeInIdentifier: { code: 'SQLITE_ERROR', message: 'no such column: "?" - should this be a string literal in single-quotes?' },
};
