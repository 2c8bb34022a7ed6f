import type { Dialect, Outcome } from '../facts/schema.js';
import { lex, type Holes } from './lex.js';
import { filled, type OutcomeWords } from './outcomes.js';
import type { Placeholder } from './placeholders.js';
import { isComment, type Token } from './tokens.js';
import { functionWords, reservedBetweenOperands, wordsBeforeName } from './words.js';

/** A text as PostgreSQL's own scanner reads it, where `=?` is one operator and `:` a stray character. */
export interface ServerText {
  readonly sql: string;
  readonly tokens: readonly Token[];
}

export function readAsServer(sql: string, dialect: Dialect, holes: Holes): ServerText {
  return { sql, tokens: lex(sql, { dialect, styles: [], holes }).filter((token) => !isComment(token)) };
}

/** Where the parser stops. */
type Stop =
  | { readonly at: 'token'; readonly text: string }
  | { readonly at: 'end' }
  /** Nowhere: the `?` is an operator before a value. */
  | { readonly at: 'operator' }
  | { readonly at: 'unknown' };

/**
 * What the server says to the first of these placeholders that it complains of. It parses the whole text before it looks
 * for operators and columns, so a syntax error further on comes first.
 */
export function outcomeOf(
  server: ServerText,
  placeholders: readonly Placeholder[],
  template: (placeholder: Placeholder) => Outcome,
  words: OutcomeWords,
): Outcome | null {
  let first: Outcome | null = null;
  for (const placeholder of placeholders.slice(0, LOOKED_AT)) {
    const outcome = filled(seen(server, placeholder, template(placeholder)), words);
    if (outcome.code === '42601') return outcome;
    first ??= outcome;
  }
  return first;
}

/** How many placeholders, and how many tokens around each, are looked at: enough for SQL that somebody wrote. */
const LOOKED_AT = 500;

const nearCharacter = /^syntax error at or near "(.)"$/;

/** The outcome of the facts, if the server's tokens allow it; otherwise what they lead to. */
function seen(server: ServerText, placeholder: Placeholder, outcome: Outcome): Outcome {
  const index = tokenIndexAt(server.tokens, placeholder.start);
  const token = server.tokens[index];
  const isNear = nearCharacter.test(outcome.message);
  const isFromServer = isNear || outcome.message.includes('{next}') || outcome.code === '42883' || placeholder.style === 'at-name';
  if (token === undefined || !isFromServer) return outcome;
  if (isAssignment(server, index) && token.start < placeholder.start) return syntaxError(near(server, index));
  if (outcome.message.includes('{next}')) return questionMarkOutcome(server, index, placeholder, outcome);
  if (outcome.code === '42883') return numberOutcome(server, index, placeholder, outcome);
  if (isNear) return characterOutcome(server, placeholder, outcome);
  const isLoneAt = token.start === placeholder.start && token.end === placeholder.start + 1;
  return isLoneAt ? outcome : readAsOperator(server, index);
}

function syntaxError(stop: Stop): Outcome {
  return { code: '42601', message: `syntax error ${stop.at === 'token' ? `at or near "${stop.text}"` : 'at end of input'}` };
}

const junkAfterNumber = (number: string): Outcome => ({ code: '42601', message: `trailing junk after numeric literal at or near "${number}"` });
const noSuchOperator: Outcome = { code: '42883', message: 'operator does not exist' };
const noSuchColumn = (name: string): Outcome => ({ code: '42703', message: `column "${name}" does not exist` });

/** Neither the operand's type nor its column is known here, so the error is not either. */
function readAsOperator(server: ServerText, index: number): Outcome {
  return { message: `the server reads ${text(server, index)} as an operator`, inWords: true };
}

function questionMarkOutcome(server: ServerText, index: number, placeholder: Placeholder, outcome: Outcome): Outcome {
  const stop = isPlaceForName(server, index, placeholder) ? near(server, index) : stopAfter(server, index);
  switch (stop.at) {
    case 'token':
      return filled(outcome, { next: `at or near "${stop.text}"` });
    case 'end':
      return filled(outcome, { next: 'at end of input' });
    case 'operator':
      return isAfterInterval(server, index) ? noSuchColumn('interval') : noSuchOperator;
    case 'unknown':
      return readAsOperator(server, index);
  }
}

/** `?1` is the operator `?` before an integer. */
function numberOutcome(server: ServerText, index: number, placeholder: Placeholder, outcome: Outcome): Outcome {
  const { tokens } = server;
  if (isPlaceForName(server, index, placeholder)) return syntaxError(near(server, index));
  const [token, number, after] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (number?.error !== undefined) return junkAfterNumber(text(server, index + 1));
  if (after?.kind === 'typecast') return readAsOperator(server, index);
  if (isAfterInterval(server, index)) return noSuchColumn('interval');
  const isAlone = token?.start === placeholder.start && token.end === placeholder.start + 1;
  return isAlone && number?.kind === 'integer' ? outcome : noSuchOperator;
}

/** `:id`, `%s`, `${id}`: the parser stops at the character, unless it is part of a longer operator: `=%s` asks for a column s. */
function characterOutcome(server: ServerText, placeholder: Placeholder, outcome: Outcome): Outcome {
  const { sql, tokens } = server;
  const offset = sql.indexOf(nearCharacter.exec(outcome.message)?.[1] ?? '', placeholder.start);
  const index = tokenIndexAt(tokens, offset);
  const token = tokens[index];
  const isPercent = placeholder.style === 'percent-s';
  if (isPercent && isAfterInterval(server, index)) return noSuchColumn('interval');
  if (token === undefined || (token.start === offset && token.end === offset + 1)) return outcome;
  return isPercent && tokens[index + 1]?.kind === 'word' ? noSuchColumn(text(server, index + 1)) : readAsOperator(server, index);
}

/** `interval` before anything but a literal is the name of a column. */
function isAfterInterval(server: ServerText, index: number): boolean {
  return text(server, index - 1).toLowerCase() === 'interval';
}

const clauseWords = new Set(['select', 'from', 'where', 'values', 'returning', 'on', 'having', 'when', 'using']);

/** Whether the operator at `index` stands where `update … set name = …` wants its `=`: `set name=?` has none. */
function isAssignment(server: ServerText, index: number): boolean {
  const separator = text(server, index - 2).toLowerCase();
  if (!text(server, index).startsWith('=') || (separator !== ',' && separator !== 'set')) return false;
  let depth = 0;
  for (let at = index - 2; at >= Math.max(0, index - LOOKED_AT); at -= 1) {
    const word = text(server, at).toLowerCase();
    if (word === ')') depth += 1;
    else if (word === '(') depth -= 1;
    if (depth < 0 || (depth === 0 && clauseWords.has(word))) return false;
    if (depth === 0 && word === 'set') return true;
  }
  return false;
}

const functionsWithFrom = new Set(['extract', 'substring', 'trim', 'overlay']);

/** Where the grammar takes no expression, the parser stops at the placeholder itself: `from ?`, `fetch first ? rows`. */
function isPlaceForName(server: ServerText, index: number, placeholder: Placeholder): boolean {
  if (server.tokens[index]?.start !== placeholder.start) return false;
  const [before, second] = [text(server, index - 1).toLowerCase(), text(server, index - 2).toLowerCase()];
  if (before === 'from') return second !== 'distinct' && !functionsWithFrom.has(calledAt(server, index).name);
  if (before === 'in') return calledAt(server, index).name !== 'position';
  if (before === '=' && text(server, 0).toLowerCase() === 'set') return true;
  if (before === 'set') return text(server, index + 1) === '=';
  if (before === '(' || before === ',') return calledAt(server, index).before === 'into';
  const isAfterFetch = second === 'fetch' && (before === 'first' || before === 'next');
  return isAfterFetch || before === '.' || wordsBeforeName.has(before);
}

/** The word before the innermost open parenthesis, and the one before that. */
function calledAt(server: ServerText, index: number): { readonly name: string; readonly before: string } {
  let depth = 0;
  for (let at = index - 1; at >= Math.max(0, index - LOOKED_AT); at -= 1) {
    const token = text(server, at);
    if (token === ')') depth += 1;
    else if (token === '(' && depth > 0) depth -= 1;
    else if (token === '(') return { name: text(server, at - 1).toLowerCase(), before: text(server, at - 2).toLowerCase() };
  }
  return { name: '', before: '' };
}

/** Operators that take two operands only; all others may stand before one. */
const infixOperators = new Set(['<=', '>=', '<>', '!=', '=>', '*', '/', '%', '^', '<', '>', '=']);

/** Where the parser stops when the token at `index` is an operator that waits for its right operand. */
function stopAfter(server: ServerText, index: number): Stop {
  const { tokens } = server;
  for (let next = index + 1; next < index + LOOKED_AT; next += 1) {
    const token = tokens[next];
    if (token === undefined) return { at: 'end' };
    switch (token.kind) {
      case 'hole':
        return { at: 'unknown' };
      case 'word':
        return stopAtWord(server, next);
      case 'operator':
      case 'punctuation': {
        const mark = text(server, next);
        if (mark === '(') return { at: 'operator' };
        if (infixOperators.has(mark) || (token.kind === 'punctuation' && mark !== '+' && mark !== '-')) return near(server, next);
        break;
      }
      case 'quoted-identifier':
      case 'unicode-identifier':
        return { at: 'unknown' };
      case 'typecast':
      case 'colon-equals':
      case 'dot-dot':
        return near(server, next);
      default:
        return { at: 'operator' };
    }
  }
  return { at: 'unknown' };
}

function stopAtWord(server: ServerText, index: number): Stop {
  const word = text(server, index).toLowerCase();
  if (reservedBetweenOperands.has(word)) return near(server, index);
  if (!functionWords.has(word)) return { at: 'unknown' };
  const after = server.tokens[index + 1];
  if (after === undefined) return { at: 'end' };
  const mayGoOn = after.kind === 'hole' || after.kind === 'string' || text(server, index + 1) === '(';
  return mayGoOn ? { at: 'unknown' } : near(server, index + 1);
}

function near(server: ServerText, index: number): Stop {
  return { at: 'token', text: text(server, index) };
}

function text({ sql, tokens }: ServerText, index: number): string {
  const token = tokens[index];
  return token === undefined ? '' : sql.slice(token.start, token.end);
}

/** Index of the token that holds the offset, or of the one after it; tokens are in order. */
function tokenIndexAt(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
