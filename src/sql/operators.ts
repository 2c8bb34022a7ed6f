import { isBlank, isDigit } from './characters.js';
import { isHashBrace, nameEnd, takeAt, takeHashBrace, takePercent, takeQuestionMark } from './marks.js';
import { isHole, operandFollows, skipBlanks, take, takeOperand, type Reading } from './reading.js';

const operatorCharacters = new Set('~!@#^&|`?+-*/%<>=');
/** Characters that are a token of their own when they stand alone. */
const selfCharacters = new Set(',()[].;:+-*/%^<>=');
/** An operator that holds one of these may end in `+` or `-`. */
const looseCharacters = new Set('~!@#^&|`?%');
/** Operators with a `?`: jsonb, geometry, ltree. */
const questionOperators = new Set(['?', '?|', '?&', '@?', '?-', '?#', '?||', '?-|', '?@>', '?<@', '?~', '?@', '??']);
/** The server refuses longer ones; the bound also keeps a text of nothing but `?` readable in one go. */
const longestOperator = 63;

export function isOperatorCharacter(character: string): boolean {
  return operatorCharacters.has(character);
}

/** The server's operator at an offset: the longest run, cut before a comment and before a sign that belongs to the operand. */
function operatorEnd(reading: Reading, start: number): number {
  const { sql } = reading;
  let end = start;
  while (end - start <= longestOperator && operatorCharacters.has(sql[end] ?? '') && !isHole(reading, end)) {
    const isComment = sql.startsWith('/*', end) || sql.startsWith('--', end);
    if (isComment && end > start) break;
    end += 1;
  }
  let hasLoose = false;
  for (let at = start; at < end; at += 1) if (looseCharacters.has(sql[at] ?? '')) hasLoose = true;
  while (!hasLoose && end - start > 1 && (sql[end - 1] === '+' || sql[end - 1] === '-')) end -= 1;
  return end;
}

/** Takes an operator up to `end`. A star where an operand is expected is one: `select *`. */
function takeOperator(reading: Reading, end: number): void {
  const { sql, position } = reading;
  const isSelf = end - position === 1 && selfCharacters.has(sql[position] ?? '');
  const isStar = end - position === 1 && sql[position] === '*';
  take(reading, isSelf ? 'punctuation' : 'operator', end, end - position > longestOperator ? 'operator too long' : undefined);
  reading.operandExpected = isStar ? !reading.operandExpected : true;
}

/** Takes an operator, or the placeholder that its characters hide: `=?`, `->>?`, `=@name`, `%s`. */
export function takePostgresOperator(reading: Reading): void {
  const end = operatorEnd(reading, reading.position);
  if (takeHashBraceAtEnd(reading, end)) return;
  if (reading.operandExpected && takeOperandMark(reading, end)) return;
  if (isQuestionOperator(reading, end)) return takeOperator(reading, end);
  if (reading.styles.has('qmark') && takeInnerQuestionMark(reading, end)) return;
  if (takeTrailingMark(reading, end)) return;
  takeOperator(reading, end);
}

/** `#{name}`, `=#{name}`: nothing in Postgres can follow `#` but an operand, and `{` starts none. */
function takeHashBraceAtEnd(reading: Reading, end: number): boolean {
  if (reading.sql[end - 1] !== '#' || !isHashBrace(reading, end - 1)) return false;
  if (end - 1 > reading.position) takeOperator(reading, end - 1);
  return takeHashBrace(reading);
}

/** A placeholder where an operand is expected. */
function takeOperandMark(reading: Reading, end: number): boolean {
  const { sql, position } = reading;
  const first = sql[position];
  if (first === '%') return takePercent(reading);
  if (first === '@') return end === position + 1 && takeAt(reading);
  if (first !== '?' || !reading.styles.has('qmark')) return false;
  const operator = sql.slice(position, end);
  const mayBePrefix = operator === '?-' || operator === '?|';
  if (mayBePrefix && isGeometry(reading, end)) return false;
  if (mayBePrefix && (end >= sql.length || isBlank(sql.charCodeAt(end)))) {
    takeAmbiguousQuestionMark(reading, 'prefix operator');
    return true;
  }
  takeQuestionMark(reading);
  return true;
}

/** `?- lseg '…'`, `?| line '…'`. */
function isGeometry(reading: Reading, from: number): boolean {
  const start = skipBlanks(reading, from);
  const word = reading.sql.slice(start, nameEnd(reading, start)).toLowerCase();
  return word === 'lseg' || word === 'line';
}

function takeAmbiguousQuestionMark(reading: Reading, ambiguous: 'operator' | 'prefix operator'): void {
  takeQuestionMark(reading);
  const token = reading.tokens.pop();
  if (token) reading.tokens.push(token.kind === 'placeholder' ? { ...token, ambiguous } : token);
}

/** Takes the characters before `at` as an operator and the `?` there as its operand. */
function takeOperatorAndQuestionMark(reading: Reading, at: number): true {
  takeOperator(reading, at);
  reading.operandExpected = true;
  takeQuestionMark(reading);
  return true;
}

/** `data ? 'k'`, `data ?| $1`: between two operands. */
function isQuestionOperator(reading: Reading, end: number): boolean {
  return !reading.operandExpected && questionOperators.has(reading.sql.slice(reading.position, end)) && operandFollows(reading, end);
}

/** A `?` inside the characters of an operator: `data->>?`, `a =?||b`. */
function takeInnerQuestionMark(reading: Reading, end: number): boolean {
  const { sql, position } = reading;
  const operator = sql.slice(position, end);
  const first = operator.indexOf('?');
  if (first < 0 || (reading.operandExpected && first === 0)) return false;
  if (!reading.operandExpected && operator === '?') {
    takeAmbiguousQuestionMark(reading, 'operator');
    return true;
  }
  const hasOperand = operandFollows(reading, end);
  const head = operator.slice(0, -1);
  // `data ??` may be the operator and its operand, or what other drivers write for a name or for the operator itself.
  const isDouble = operator === '??' && !hasOperand && !reading.operandExpected;
  if (isDouble) {
    takeOperator(reading, end - 1);
    takeAmbiguousQuestionMark(reading, 'operator');
    return true;
  }
  const isNumbered = reading.styles.has('qmark-number') && isDigit(sql.charCodeAt(end));
  const isTrailing = operator.length > 1 && operator.endsWith('?') && (!hasOperand || isNumbered);
  if (isTrailing && (!head.includes('?') || questionOperators.has(head))) return takeOperatorAndQuestionMark(reading, end - 1);
  return first > 0 && takeOperatorAndQuestionMark(reading, position + first);
}

/** `=@name`, `=%s`. */
function takeTrailingMark(reading: Reading, end: number): boolean {
  const { sql, position, styles } = reading;
  const mark = sql[end - 1];
  if (end - position < 2 || (mark !== '@' && mark !== '%')) return false;
  if (reading.operandExpected && sql[position] === '?') return false;
  const before = { position, operandExpected: reading.operandExpected, nextHole: reading.nextHole };
  if (mark === '@' && (!styles.has('at-name') || nameEnd(reading, end) === end)) return false;
  takeOperator(reading, end - 1);
  if (mark === '@' ? takeAt(reading) : takePercent(reading)) return true;
  reading.tokens.pop();
  Object.assign(reading, before);
  return false;
}

const otherOperators = ['<=>', '->>', '<=', '>=', '<>', '!=', '==', '<<', '>>', '||', '&&', '->'];

/** The other servers have a fixed list of operators, and `?` is never one. */
export function takeOtherOperator(reading: Reading): void {
  const { sql, position } = reading;
  const first = sql[position];
  if (first === '?' && reading.styles.has('qmark')) return takeQuestionMark(reading);
  if (first === '%' && reading.operandExpected && takePercent(reading)) return;
  if (first === '@' && takeAtWord(reading)) return;
  const known = otherOperators.find((operator) => sql.startsWith(operator, position));
  takeOperator(reading, position + (known?.length ?? 1));
}

/** `@name`, or a variable of the system: `@@name`. After a table Oracle reads `@` as the way to another database: `orders@archive`. */
function takeAtWord(reading: Reading): boolean {
  const { sql, position } = reading;
  if (reading.dialect === 'oracle' && !reading.operandExpected) return false;
  if (sql[position + 1] !== '@') return takeAt(reading);
  const end = nameEnd(reading, position + 2);
  if (end === position + 2) return false;
  takeOperand(reading, 'word', end);
  return true;
}
