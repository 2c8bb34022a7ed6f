import type { Dialect, PlaceholderStyle } from '../facts/schema.js';
import { isBlank, isDigit, isNameStart, matchAt } from './characters.js';
import type { PlaceholderToken, PlainKind, PlainToken, Token } from './tokens.js';
import { wordsNotOperand } from './words.js';

/** Offsets of the holes of a text: a set, or a map with what is known of each. */
export type Holes = Pick<ReadonlyMap<number, unknown>, 'has' | 'size' | 'keys'>;

export interface LexOptions {
  readonly dialect: Dialect;
  /** Styles to recognise beside those of the server itself. */
  readonly styles: readonly PlaceholderStyle[];
  readonly holes?: Holes;
  /** Whether `\` escapes in plain strings (`standard_conforming_strings = off`). Always so in MySQL. */
  readonly backslashEscapes?: boolean;
}

/** A text being read: what the readers of single tokens share. */
export interface Reading {
  readonly sql: string;
  readonly dialect: Dialect;
  readonly styles: ReadonlySet<PlaceholderStyle>;
  readonly holes: Holes;
  readonly backslashEscapes: boolean;
  readonly tokens: Token[];
  /** Where the next token starts. */
  position: number;
  /** Whether a value, rather than an operator, may come next. Tells `?` the placeholder from `?` the operator. */
  operandExpected: boolean;
  /** For every open `[`: whether it is a subscript, in which `:` separates the bounds of a slice. */
  readonly brackets: boolean[];
  readonly holeOffsets: readonly number[];
  /** Index of the first hole not before the last token. */
  nextHole: number;
}

/** What the servers themselves read as placeholders. */
const ownStyles: Readonly<Record<Dialect, readonly PlaceholderStyle[]>> = {
  postgres: ['dollar-number'],
  mysql: ['qmark'],
  sqlite: ['qmark', 'qmark-number', 'colon-name', 'at-name', 'dollar-name', 'dollar-number'],
  mssql: ['at-name'],
  oracle: ['colon-name', 'colon-number'],
};

export function startReading(sql: string, options: LexOptions): Reading {
  const holes = options.holes ?? new Set<number>();
  return {
    sql,
    dialect: options.dialect,
    styles: new Set([...options.styles, ...ownStyles[options.dialect]]),
    holes,
    backslashEscapes: options.backslashEscapes === true || options.dialect === 'mysql',
    tokens: [],
    position: 0,
    operandExpected: true,
    brackets: [],
    holeOffsets: [...holes.keys()].sort((a, b) => a - b),
    nextHole: 0,
  };
}

export function isHole(reading: Reading, offset: number): boolean {
  return reading.holes.size > 0 && reading.holes.has(offset);
}

/** Whether a hole lies in the token. Tokens come in order, so all holes are walked once. */
function coversHole(reading: Reading, start: number, end: number): boolean {
  const { holeOffsets } = reading;
  while ((holeOffsets[reading.nextHole] ?? Infinity) < start) reading.nextHole += 1;
  return (holeOffsets[reading.nextHole] ?? Infinity) < end;
}

/** Takes the text up to `end` as one token; `operandExpected` stays as it was. */
export function take(reading: Reading, kind: PlainKind, end: number, error?: PlainToken['error']): void {
  const start = reading.position;
  const hasHole = coversHole(reading, start, end);
  reading.tokens.push({ kind, start, end, ...(hasHole && { hasHole }), ...(error && { error }) });
  reading.position = end;
}

/** Takes an operand: a literal, a name. */
export function takeOperand(reading: Reading, kind: PlainKind, end: number, error?: PlainToken['error']): void {
  take(reading, kind, end, error);
  reading.operandExpected = false;
}

export type PlaceholderShape = Omit<PlaceholderToken, 'kind' | 'start' | 'end' | 'hasHole'>;

export function takePlaceholder(reading: Reading, end: number, shape: PlaceholderShape): void {
  const start = reading.position;
  const hasHole = coversHole(reading, start, end);
  reading.tokens.push({ kind: 'placeholder', start, end, ...shape, ...(hasHole && { hasHole }) });
  reading.position = end;
  reading.operandExpected = false;
}

export function takeHole(reading: Reading): void {
  const start = reading.position;
  reading.tokens.push({ kind: 'hole', start, end: start + 1 });
  reading.position = start + 1;
  reading.operandExpected = false;
}

/** Offset after the line comment at `from`. */
export function lineEnd(sql: string, from: number): number {
  let at = from;
  while (at < sql.length && sql[at] !== '\n' && sql[at] !== '\r') at += 1;
  return at;
}

/** Offset after the block comment at `from`, or null when it has no end. PostgreSQL and SQL Server nest them. */
export function blockEnd(reading: Reading, from: number): number | null {
  const { sql, dialect } = reading;
  const isNesting = dialect === 'postgres' || dialect === 'mssql';
  let depth = 1;
  for (let at = from + 2; at < sql.length; ) {
    if (sql[at] === '*' && sql[at + 1] === '/') {
      at += 2;
      depth -= 1;
      if (depth === 0) return at;
    } else if (isNesting && sql[at] === '/' && sql[at + 1] === '*') {
      depth += 1;
      at += 2;
    } else at += 1;
  }
  return null;
}

/** The next offset that holds neither a blank nor a comment. */
export function skipBlanks(reading: Reading, from: number): number {
  const { sql } = reading;
  for (let at = from; ; ) {
    while (at < sql.length && isBlank(sql.charCodeAt(at)) && !isHole(reading, at)) at += 1;
    if (sql.startsWith('--', at)) at = lineEnd(sql, at);
    else if (sql.startsWith('/*', at)) {
      const end = blockEnd(reading, at);
      if (end === null) return sql.length;
      at = end;
    } else return at;
  }
}

/** Long enough for every word of the list that is asked. */
const shortName = /[A-Za-z_\u0080-\uffff][A-Za-z_0-9\u0080-\uffff]{0,40}/y;

/** Whether a value starts at the next significant character. */
export function operandFollows(reading: Reading, from: number): boolean {
  const { sql } = reading;
  const at = skipBlanks(reading, from);
  if (at >= sql.length) return false;
  if (isHole(reading, at)) return true;
  const code = sql.charCodeAt(at);
  if (isNameStart(code)) return !wordsNotOperand.has((matchAt(shortName, sql, at)?.[0] ?? '').toLowerCase());
  if (isDigit(code)) return true;
  const [first, second] = [sql[at], sql[at + 1]];
  if (first === ':') return second !== ':' && second !== '=';
  if (first === '%') return second === 's' || second === 'd' || second === '(';
  return first !== undefined && `'"($?\`-+@~.`.includes(first);
}
