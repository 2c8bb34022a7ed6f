import { isBlank, matchAt } from './characters.js';
import { blockEnd, isHole, lineEnd, take, takeOperand, type Reading } from './reading.js';
import type { PlainKind } from './tokens.js';

/** Offset after the closing quote, or null; `from` is the first character inside. A doubled quote does not close. */
function quoteEnd(reading: Reading, from: number, quote: string, backslashEscapes: boolean): number | null {
  const { sql } = reading;
  for (let at = from; at < sql.length; ) {
    const character = sql[at];
    if (isHole(reading, at)) at += 1;
    else if (character === '\\' && backslashEscapes) at += 2;
    else if (character !== quote) at += 1;
    else if (sql[at + 1] === quote) at += 2;
    else return at + 1;
  }
  return null;
}

/**
 * Postgres reads `'a'`, a line break and `'b'` as one string, also with a line comment between. Gives the first offset
 * inside the next part, or null.
 */
function continuation(reading: Reading, from: number): number | null {
  const { sql } = reading;
  let hasLineBreak = false;
  for (let at = from; ; ) {
    while (isBlank(sql.charCodeAt(at)) && !isHole(reading, at)) {
      if (sql[at] === '\n' || sql[at] === '\r') hasLineBreak = true;
      at += 1;
    }
    if (!sql.startsWith('--', at)) return hasLineBreak && sql[at] === "'" && !isHole(reading, at) ? at + 1 : null;
    at = lineEnd(sql, at);
  }
}

/** Takes a string in single quotes; `inside` is the first offset after the opening quote. */
export function takeString(reading: Reading, kind: PlainKind, inside: number, backslashEscapes: boolean): void {
  let end = quoteEnd(reading, inside, "'", backslashEscapes);
  while (end !== null && reading.dialect === 'postgres') {
    const next = continuation(reading, end);
    if (next === null) break;
    end = quoteEnd(reading, next, "'", backslashEscapes);
  }
  takeQuoted(reading, kind, end);
}

function takeQuoted(reading: Reading, kind: PlainKind, end: number | null): void {
  if (end === null) takeOperand(reading, kind, reading.sql.length, 'unterminated');
  else takeOperand(reading, kind, end);
}

export function takeQuotedIdentifier(reading: Reading, kind: PlainKind, inside: number, quote: string): void {
  takeQuoted(reading, kind, quoteEnd(reading, inside, quote, false));
}

/** `"…"` is a string in MySQL, a name elsewhere. */
export function takeDoubleQuoted(reading: Reading): void {
  const inside = reading.position + 1;
  if (reading.dialect === 'mysql') takeQuoted(reading, 'string', quoteEnd(reading, inside, '"', true));
  else takeQuotedIdentifier(reading, 'quoted-identifier', inside, '"');
}

/** SQLite's `[name]` ends at the first `]`; SQL Server lets `]]` stand for one. */
export function takeBracketIdentifier(reading: Reading): void {
  if (reading.dialect === 'mssql') return takeQuotedIdentifier(reading, 'quoted-identifier', reading.position + 1, ']');
  const end = reading.sql.indexOf(']', reading.position);
  takeQuoted(reading, 'quoted-identifier', end < 0 ? null : end + 1);
}

const dollarQuote = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z_0-9\u0080-\uffff]*)?\$/y;

/** `$$…$$`, `$tag$…$tag$`. Gives false when none starts here; a hole is no part of a tag. */
export function takeDollarString(reading: Reading): boolean {
  const { sql, position } = reading;
  const quote = matchAt(dollarQuote, sql, position)?.[0];
  if (quote === undefined) return false;
  for (let at = position; reading.holes.size > 0 && at < position + quote.length; at += 1) if (isHole(reading, at)) return false;
  const close = sql.indexOf(quote, position + quote.length);
  takeQuoted(reading, 'dollar-string', close < 0 ? null : close + quote.length);
  return true;
}

/** Strings of Postgres that start with a letter; false when none starts here. */
export function takePrefixedString(reading: Reading): boolean {
  const { sql, position } = reading;
  const prefix = sql[position]?.toLowerCase();
  const quote = sql[position + 1];
  if (quote === "'" && prefix === 'e') takeString(reading, 'string', position + 2, true);
  else if (quote === "'" && prefix === 'b') takeString(reading, 'bit-string', position + 2, false);
  else if (quote === "'" && prefix === 'x') takeString(reading, 'hex-string', position + 2, false);
  else if (quote === '&' && prefix === 'u') return takeUnicode(reading);
  else return false;
  return true;
}

const delimitedPrefix = /n?q'/iy;
const closingDelimiters: Readonly<Record<string, string>> = { '[': ']', '{': '}', '(': ')', '<': '>' };

/** Oracle's `q'[…]'` and `nq'[…]'`, with any delimiter. */
export function takeDelimitedString(reading: Reading): boolean {
  const { sql, position } = reading;
  const prefix = matchAt(delimitedPrefix, sql, position)?.[0];
  const inside = position + (prefix?.length ?? 0);
  const delimiter = sql[inside];
  if (prefix === undefined || delimiter === undefined) return false;
  const close = sql.indexOf(`${closingDelimiters[delimiter] ?? delimiter}'`, inside + 1);
  takeQuoted(reading, 'string', close < 0 ? null : close + 2);
  return true;
}

/** `U&'…'`, `U&"…"`. */
function takeUnicode(reading: Reading): boolean {
  const quote = reading.sql[reading.position + 2];
  const inside = reading.position + 3;
  if (quote === "'") takeString(reading, 'unicode-string', inside, false);
  else if (quote === '"') takeQuotedIdentifier(reading, 'unicode-identifier', inside, '"');
  return quote === "'" || quote === '"';
}

/** Takes a comment when one starts here. */
export function takeComment(reading: Reading): boolean {
  const { sql, position, dialect } = reading;
  // MySQL wants a blank after `--`, so that `5--1` stays arithmetic.
  const isAlone = position + 2 >= sql.length || isBlank(sql.charCodeAt(position + 2));
  const isDashes = sql.startsWith('--', position) && (dialect !== 'mysql' || isAlone);
  if (isDashes || (dialect === 'mysql' && sql[position] === '#')) {
    take(reading, 'line-comment', lineEnd(sql, position));
    return true;
  }
  if (!sql.startsWith('/*', position)) return false;
  const end = blockEnd(reading, position);
  // SQLite lets a comment run to the end of the text.
  if (end === null) take(reading, 'block-comment', sql.length, dialect === 'sqlite' ? undefined : 'unterminated');
  else take(reading, 'block-comment', end);
  return true;
}
