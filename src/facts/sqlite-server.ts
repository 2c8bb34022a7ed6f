/**
 * What SQLite answers to wrong placeholders when it compiles a text. Seen with better-sqlite3 12.11.1, node:sqlite of Node 24.21 and sqlite3
 * 6.0.1; each has its own code and its own words around the message.
 */
import type { Outcome, PlaceholderStyle } from './schema.js';

/** Every style that is no parameter of SQLite's own; `error` puts the message as the driver does. */
export function rejectedBySqlite(error: (message: string) => Outcome): Readonly<Partial<Record<PlaceholderStyle, Outcome>>> {
  const unrecognized = (token: string): Outcome => error(`unrecognized token: "${token}"`);
  const near = (token: string): Outcome => error(`near "${token}": syntax error`);
  return {
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
}

/** Styles that SQLite reads as names, those with numbers among them. */
export const namesOfSqlite = ['colon-name', 'at-name', 'dollar-name', 'dollar-number', 'colon-number'] as const satisfies readonly PlaceholderStyle[];

/** The same outcome for each of them, where they are not bound. */
export function rejectNames(outcome: Outcome): Readonly<Partial<Record<PlaceholderStyle, Outcome>>> {
  return Object.fromEntries(namesOfSqlite.map((style) => [style, outcome]));
}
