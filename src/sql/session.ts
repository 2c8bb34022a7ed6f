/** What only works as long as the connection stays the same. */
import type { Dialect } from '../facts/schema.js';
import { lex, type Holes } from './lex.js';
import { splitStatements } from './statements.js';

const STATEMENTS: ReadonlySet<string> = new Set(['listen', 'set', 'prepare', 'declare', 'use', 'lock']);
const FUNCTION = /^(?:pg_(?:try_)?advisory_lock(?:_shared)?|get_lock|set_config)$/;
const TEMPORARY: ReadonlySet<string> = new Set(['temp', 'temporary']);

/** Whether a text does to its session what outlasts the statement: subscribes, locks, sets, prepares, makes a temporary table. */
export function keepsSession(sql: string, dialect: Dialect, holes: Holes): boolean {
  const tokens = lex(sql, { dialect, holes, styles: [] });
  if (splitStatements(sql, tokens).some(({ keyword }) => STATEMENTS.has(keyword))) return true;
  const words = tokens.filter(({ kind }) => kind === 'word').map(({ start, end }) => sql.slice(start, end).toLowerCase());
  return words.some((word) => FUNCTION.test(word)) || (words[0] === 'create' && TEMPORARY.has(words[1] ?? ''));
}
