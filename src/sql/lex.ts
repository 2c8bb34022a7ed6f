import { isBlank, isDigit, isNamePart, isNameStart, matchAt } from './characters.js';
import { isHashBrace, takeBrace, takeColon, takeDollar, takeHashBrace } from './marks.js';
import { isOperatorCharacter, takeOtherOperator, takePostgresOperator } from './operators.js';
import { isHole, startReading, take, takeHole, takeOperand, type LexOptions, type Reading } from './reading.js';
import {
  takeBracketIdentifier,
  takeComment,
  takeDelimitedString,
  takeDoubleQuoted,
  takePrefixedString,
  takeQuotedIdentifier,
  takeString,
} from './strings.js';
import type { Token } from './tokens.js';
import { wordsBeforeOperand } from './words.js';

export type { Holes, LexOptions } from './reading.js';
export type { Token } from './tokens.js';

/**
 * Reads SQL text into tokens, in order and without overlap; blanks are no tokens. With no styles these are the tokens of
 * the server itself (measured against PostgreSQL's own scanner). Reads any text, in a time that grows with its length;
 * what the server would not read carries an `error`.
 */
export function lex(sql: string, options: LexOptions): readonly Token[] {
  const reading = startReading(sql, options);
  while (reading.position < sql.length) takeToken(reading);
  return reading.tokens;
}

function takeToken(reading: Reading): void {
  const { sql, position } = reading;
  const code = sql.charCodeAt(position);
  if (isHole(reading, position)) return takeHole(reading);
  if (isBlank(code)) {
    reading.position += 1;
    return;
  }
  if (reading.dialect !== 'postgres' && reading.operandExpected && isHashBrace(reading, position) && takeHashBrace(reading)) return;
  if (takeComment(reading)) return;
  if (isNameStart(code)) return takeWordOrString(reading);
  if (isDigit(code) || (sql[position] === '.' && isDigit(sql.charCodeAt(position + 1)))) return takeNumber(reading);
  takeMark(reading);
}

function takeMark(reading: Reading): void {
  const { sql, position, dialect } = reading;
  const first = sql[position] ?? '';
  switch (first) {
    case "'":
      return takeString(reading, 'string', position + 1, reading.backslashEscapes);
    case '"':
      return takeDoubleQuoted(reading);
    case '$':
      if (takeDollar(reading)) return;
      return take(reading, 'punctuation', position + 1);
    case ':':
      return takeColonMark(reading);
    case '[':
      if (dialect === 'sqlite' || dialect === 'mssql') return takeBracketIdentifier(reading);
      return takeOpenBracket(reading);
    case ']':
      reading.brackets.pop();
      return takeOperand(reading, 'punctuation', position + 1);
    case '{':
      if (takeBrace(reading)) return;
      break;
    case '.':
      if (sql[position + 1] === '.') return takeBeforeOperand(reading, 'dot-dot', position + 2);
      break;
    case '`':
      if (dialect !== 'postgres') return takeQuotedIdentifier(reading, 'quoted-identifier', position + 1, '`');
      break;
  }
  if (isOperatorCharacter(first)) return dialect === 'postgres' ? takePostgresOperator(reading) : takeOtherOperator(reading);
  if (first === ')' || first === '}') return takeOperand(reading, 'punctuation', position + 1);
  takeBeforeOperand(reading, 'punctuation', position + 1);
}

function takeBeforeOperand(reading: Reading, kind: 'punctuation' | 'typecast' | 'colon-equals' | 'dot-dot', end: number): void {
  take(reading, kind, end);
  reading.operandExpected = true;
}

function takeColonMark(reading: Reading): void {
  const { sql, position } = reading;
  if (sql[position + 1] === ':') return takeBeforeOperand(reading, 'typecast', position + 2);
  if (sql[position + 1] === '=') return takeBeforeOperand(reading, 'colon-equals', position + 2);
  if (takeColon(reading)) return;
  takeBeforeOperand(reading, 'punctuation', position + 1);
}

/** `a[1:2]` has a subscript, `array[1, 2]` has none. */
function takeOpenBracket(reading: Reading): void {
  reading.brackets.push(!reading.operandExpected);
  takeBeforeOperand(reading, 'punctuation', reading.position + 1);
}

function takeWordOrString(reading: Reading): void {
  const { sql, position } = reading;
  if (reading.dialect === 'postgres' && takePrefixedString(reading)) return;
  if (reading.dialect === 'oracle' && takeDelimitedString(reading)) return;
  // N'…' is two tokens.
  const isNational = reading.dialect === 'postgres' && sql[position + 1] === "'" && (sql[position] === 'n' || sql[position] === 'N');
  let end = position + 1;
  while (!isNational && isNamePart(sql.charCodeAt(end)) && !isHole(reading, end)) end += 1;
  const previous = reading.tokens.at(-1);
  const isMember = previous !== undefined && previous.end === position && sql[position - 1] === '.';
  const expected = reading.operandExpected;
  const word = sql.slice(position, end).toLowerCase();
  const isBeforeOperand = !isMember && (wordsBeforeOperand.has(word) || (word === 'zone' && isAfterAtTime(reading)));
  take(reading, 'word', end);
  reading.operandExpected = isNational ? expected : isBeforeOperand;
}

/** `at time zone ?`; elsewhere a zone may be a column. */
function isAfterAtTime({ sql, tokens }: Reading): boolean {
  const [at, time] = tokens.slice(-2).map(({ start, end }) => (end - start > 4 ? '' : sql.slice(start, end).toLowerCase()));
  return at === 'at' && time === 'time';
}

const wholeNumber = String.raw`\d(?:_?\d)*`;
const exponent = `(?:[eE][-+]?${wholeNumber})`;
/** Binary, octal and hexadecimal forms and `_` are PostgreSQL 16's. */
const number = new RegExp(
  [
    String.raw`0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+`,
    String.raw`(?:${wholeNumber})?\.${wholeNumber}${exponent}?`,
    String.raw`${wholeNumber}\.(?!\.)${exponent}?`,
    `${wholeNumber}${exponent}`,
    wholeNumber,
  ].join('|'),
  'y',
);

function takeNumber(reading: Reading): void {
  const { sql, position } = reading;
  const text = matchAt(number, sql, position)?.[0] ?? sql.charAt(position);
  const isFloat = !/^0[xXoObB]/.test(text) && /[.eE]/.test(text);
  const kind = isFloat ? 'float' : 'integer';
  let end = position + text.length;
  if (reading.dialect !== 'postgres' || !isNameStart(sql.charCodeAt(end)) || isHole(reading, end)) return takeOperand(reading, kind, end);
  while (isNamePart(sql.charCodeAt(end)) && !isHole(reading, end)) end += 1;
  takeOperand(reading, kind, end, 'junk after number');
}
