import type { PlaceholderStyle } from '../facts/schema.js';
import { isDigit, isNamePart, isNameStart, matchAt } from './characters.js';
import { isHole, takeOperand, takePlaceholder, type PlaceholderShape, type Reading } from './reading.js';
import { takeDollarString } from './strings.js';

/** The shapes of placeholders; each function takes one at the current position, or gives false and takes nothing. */

/** End of the name that starts at `from`; `from` itself when none does. Names in placeholders hold no `$`. */
export function nameEnd(reading: Reading, from: number): number {
  const { sql } = reading;
  if (!isNameStart(sql.charCodeAt(from)) || isHole(reading, from)) return from;
  let at = from + 1;
  while (isNamePart(sql.charCodeAt(at)) && sql[at] !== '$' && !isHole(reading, at)) at += 1;
  return at;
}

function digitsEnd(reading: Reading, from: number): number {
  let at = from;
  while (isDigit(reading.sql.charCodeAt(at)) && !isHole(reading, at)) at += 1;
  return at;
}

/** Takes a name after `mark` characters: `:name`, `@name`, `$name`. A hole right after it makes it dynamic. */
function takeNamed(reading: Reading, style: PlaceholderStyle, mark: number, more: Partial<PlaceholderShape> = {}): boolean {
  const start = reading.position + mark;
  const end = nameEnd(reading, start);
  if (end === start) return false;
  const isDynamic = isHole(reading, end);
  takePlaceholder(reading, end, { style, name: reading.sql.slice(start, end), ...more, ...(isDynamic && { dynamic: true }) });
  return true;
}

/** Takes `?`, `?1` or `??`; the caller knows that it is no operator. */
export function takeQuestionMark(reading: Reading): void {
  const { sql, position, styles } = reading;
  if (styles.has('qmark-ident') && sql[position + 1] === '?') return takePlaceholder(reading, position + 2, { style: 'qmark-ident' });
  const end = styles.has('qmark-number') ? digitsEnd(reading, position + 1) : position + 1;
  if (end === position + 1) return takePlaceholder(reading, end, { style: 'qmark' });
  return takePlaceholder(reading, end, { style: 'qmark-number', index: Number(sql.slice(position + 1, end)) });
}

const percentMark = /%(?:\(([^()\s]{1,128})\))?[sd]/y;

/** `%s`, `%d`, `%(name)s`; `%size` is arithmetic. */
export function takePercent(reading: Reading): boolean {
  const { sql, position, styles } = reading;
  const match = matchAt(percentMark, sql, position);
  if (!match) return false;
  const name = match[1];
  const style = name === undefined ? 'percent-s' : 'percent-name';
  const end = position + match[0].length;
  if (!styles.has(style) || (isNamePart(sql.charCodeAt(end)) && !isHole(reading, end))) return false;
  takePlaceholder(reading, end, { style, ...(name !== undefined && { name }) });
  return true;
}

/** Names are bounded, so that a text full of opening brackets is still read in one go. */
const bracedName = /\{([A-Za-z_]\w{0,127}|\d{0,9})\}/y;
const hashBrace = /#\{[ \t]{0,8}([A-Za-z_][\w.]{0,127})[ \t]{0,8}\}/y;

/** `{name}`, `{0}`, `{}`. */
export function takeBrace(reading: Reading): boolean {
  const match = reading.styles.has('brace-name') ? matchAt(bracedName, reading.sql, reading.position) : null;
  if (!match) return false;
  takePlaceholder(reading, reading.position + match[0].length, { style: 'brace-name', name: match[1] ?? '' });
  return true;
}

/** Whether `#{name}` stands at the offset and is looked for. */
export function isHashBrace(reading: Reading, at: number): boolean {
  return reading.styles.has('hash-brace') && matchAt(hashBrace, reading.sql, at) !== null;
}

export function takeHashBrace(reading: Reading): boolean {
  const match = reading.styles.has('hash-brace') ? matchAt(hashBrace, reading.sql, reading.position) : null;
  if (!match) return false;
  takePlaceholder(reading, reading.position + match[0].length, { style: 'hash-brace', name: match[1] ?? '' });
  return true;
}

/** pg-promise: a name and an optional formatting filter between brackets. */
const inner = '[ \\t]{0,8}([\\w$.]{1,128})[ \\t]{0,8}(:\\w{1,32}|[~^#])?[ \\t]{0,8}';
const dollarBrackets: readonly (readonly [style: PlaceholderStyle, pattern: RegExp])[] = [
  ['dollar-brace', new RegExp(`\\$\\{${inner}\\}`, 'y')],
  ['dollar-angle', new RegExp(`\\$<${inner}>`, 'y')],
  ['dollar-slash', new RegExp(`\\$/${inner}/`, 'y')],
  ['dollar-paren', new RegExp(`\\$\\(${inner}\\)`, 'y')],
  ['dollar-square', new RegExp(`\\$\\[${inner}\\]`, 'y')],
];

function takeDollarBracket(reading: Reading): boolean {
  const { sql, position, styles } = reading;
  for (const [style, pattern] of dollarBrackets) {
    const match = styles.has(style) ? matchAt(pattern, sql, position) : null;
    if (!match) continue;
    const filter = match[2];
    takePlaceholder(reading, position + match[0].length, { style, name: match[1] ?? '', ...(filter !== undefined && { filter }) });
    return true;
  }
  return false;
}

const numberFilter = /:(?:raw|name|alias|json|csv|list|value)\b/y;

/** `$1`; `$1and` is an error since PostgreSQL 15; `$1${x}` and `$${x}` have a number that nobody knows. */
function takeDollarNumber(reading: Reading): void {
  const { sql, position, styles } = reading;
  const style = 'dollar-number';
  const end = digitsEnd(reading, position + 1);
  const index = Number(sql.slice(position + 1, end));
  if (isHole(reading, end)) return takePlaceholder(reading, end + 1, { style, index, dynamic: true });
  if (isNameStart(sql.charCodeAt(end))) {
    let junkEnd = end;
    while (isNamePart(sql.charCodeAt(junkEnd)) && !isHole(reading, junkEnd)) junkEnd += 1;
    return takePlaceholder(reading, junkEnd, { style, index, error: 'junk after parameter' });
  }
  const isSlice = reading.brackets.at(-1) === true;
  const filter = styles.has('dollar-brace') && !isSlice ? matchAt(numberFilter, sql, end)?.[0] : undefined;
  return takePlaceholder(reading, end + (filter?.length ?? 0), { style, index, ...(filter !== undefined && { filter }) });
}

/** Everything that starts with `$`; false for a `$` that means nothing. */
export function takeDollar(reading: Reading): boolean {
  const { sql, position, styles } = reading;
  if (styles.has('dollar-number')) {
    if (isHole(reading, position + 1)) {
      takePlaceholder(reading, position + 2, { style: 'dollar-number', dynamic: true });
      return true;
    }
    if (isDigit(sql.charCodeAt(position + 1))) {
      takeDollarNumber(reading);
      return true;
    }
  }
  if (reading.dialect === 'postgres' && takeDollarString(reading)) return true;
  if (takeDollarBracket(reading)) return true;
  if (styles.has('dollar-name') && takeNamed(reading, 'dollar-name', 1)) return true;
  return reading.dialect !== 'postgres' && takeDollarWord(reading);
}

/** A name that starts with `$`, which MySQL allows. */
function takeDollarWord(reading: Reading): boolean {
  let end = reading.position + 1;
  while (isNamePart(reading.sql.charCodeAt(end)) && !isHole(reading, end)) end += 1;
  if (end === reading.position + 1) return false;
  takeOperand(reading, 'word', end);
  return true;
}

/** Oracle's `:"Name"`. */
function takeQuotedName(reading: Reading): boolean {
  const { sql, position, styles } = reading;
  const close = sql.indexOf('"', position + 2);
  if (!styles.has('colon-name') || close <= position + 2) return false;
  takePlaceholder(reading, close + 1, { style: 'colon-name', name: sql.slice(position + 2, close) });
  return true;
}

/**
 * `:name` and `:1`; in a slice `a[b:c]` only where a bound starts with it, and in Oracle and T-SQL not after a string: `json_object('a':b)`. The
 * caller has ruled out `::` and `:=`.
 */
export function takeColon(reading: Reading): boolean {
  const { sql, position, styles } = reading;
  const isSlice = reading.dialect === 'postgres' && reading.brackets.at(-1) === true;
  if ((reading.dialect === 'oracle' || reading.dialect === 'mssql') && reading.tokens.at(-1)?.kind === 'string') return false;
  if (reading.dialect === 'oracle' && sql[position + 1] === '"') return takeQuotedName(reading);
  const mayBeName = styles.has('colon-name') && (!isSlice || reading.operandExpected);
  if (mayBeName && takeNamed(reading, 'colon-name', 1, isSlice ? { ambiguous: 'slice bound' } : {})) return true;
  if (!styles.has('colon-number') || isSlice || !reading.operandExpected) return false;
  const end = digitsEnd(reading, position + 1);
  if (end === position + 1) return false;
  takePlaceholder(reading, end, { style: 'colon-number', index: Number(sql.slice(position + 1, end)) });
  return true;
}

/** `@name`. On Postgres it may be the absolute value of a column, on MySQL it may be a variable. */
export function takeAt(reading: Reading): boolean {
  const { dialect } = reading;
  const isAmbiguous = dialect === 'postgres' || dialect === 'mysql';
  const ambiguous: Partial<PlaceholderShape> = isAmbiguous ? { ambiguous: 'absolute value' } : {};
  return reading.styles.has('at-name') && takeNamed(reading, 'at-name', 1, ambiguous);
}
