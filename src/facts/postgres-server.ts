/**
 * What a PostgreSQL server answers to wrong placeholders when the driver passes the text through. Seen on PostgreSQL 15
 * with pg 8.23.1 over the extended protocol; every driver that passes text through gives the same SQLSTATE and message.
 */
import type { Outcome, PlaceholderStyle } from './schema.js';

const next: Outcome = { code: '42601', message: 'syntax error {next}' };
const at = (token: string): Outcome => ({ code: '42601', message: `syntax error at or near "${token}"` });

/** `@name` is the operator "absolute value" before a column: no syntax error, the bind message fails. */
export const bindSuppliesMore: Outcome = { code: '08P01', message: 'bind message supplies {given} parameters, but prepared statement "" requires {expected}' };
export const noSuchParameter: Outcome = { code: '42P02', message: 'there is no parameter ${first}' };
export const undeterminedType: Outcome = { code: '42P18', message: 'could not determine data type of parameter ${missing}' };

/** A column whose name is in double quotes. */
export const noSuchColumn: Outcome = { code: '42703', message: 'column "${first}" does not exist' };

/** Every style but `$1`, with the server's answer. */
export const rejectedByPostgres: Readonly<Partial<Record<PlaceholderStyle, Outcome>>> = {
  qmark: next,
  'qmark-number': { code: '42883', message: 'operator does not exist: ? integer' },
  'qmark-ident': next,
  'colon-name': at(':'),
  'colon-number': at(':'),
  'at-name': bindSuppliesMore,
  'percent-s': at('%'),
  'percent-name': at('%'),
  'dollar-name': at('$'),
  'dollar-brace': at('$'),
  'dollar-angle': at('$'),
  'dollar-slash': at('$'),
  'dollar-paren': at('$'),
  'dollar-square': at('$'),
  'brace-name': at('{'),
  'hash-brace': at('{'),
};
