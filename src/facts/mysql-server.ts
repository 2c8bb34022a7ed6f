/**
 * What a MySQL server answers to wrong placeholders when the driver passes the text through. Seen on MariaDB 10.11 with
 * mysql2 3.24.6. Messages end before the words in which MariaDB and MySQL differ.
 */
import type { Outcome, PlaceholderStyle } from './schema.js';

/** Goes on with "; check the manual that corresponds to your MariaDB server version …" and the rest of the text. */
export const mysqlParseError: Outcome = { code: 'ER_PARSE_ERROR', message: 'You have an error in your SQL syntax' };

/**
 * Every style but those with `?` and those that may be meant otherwise: `@name` is a variable of the session, `$name` a column,
 * since `$` is a letter, and `$(name)` calls a function `$`.
 */
export const rejectedByMysql: Readonly<Partial<Record<PlaceholderStyle, Outcome>>> = {
  // Read as the name of a column. Goes on with the clause: "in 'WHERE'".
  'dollar-number': { code: 'ER_BAD_FIELD_ERROR', message: "Unknown column '${first}'" },
  'colon-name': mysqlParseError,
  'colon-number': mysqlParseError,
  'percent-s': mysqlParseError,
  'percent-name': mysqlParseError,
  'dollar-brace': mysqlParseError,
  'dollar-angle': mysqlParseError,
  'dollar-slash': mysqlParseError,
  'dollar-square': mysqlParseError,
  'brace-name': mysqlParseError,
  // `#` starts a comment, and a value is missing before it.
  'hash-brace': mysqlParseError,
};

/** The same where the server binds the values: it knows `?` only. */
export const rejectedInPrepared: Readonly<Partial<Record<PlaceholderStyle, Outcome>>> = {
  ...rejectedByMysql,
  'qmark-number': mysqlParseError,
  'qmark-ident': mysqlParseError,
};
