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

/** Where the parser stops: at a token, at the end, nowhere since the `?` is an operator before a value, or nobody knows. */
type Stop = { readonly at: 'token'; readonly text: string } | { readonly at: 'end' } | { readonly at: 'operator' } | { readonly at: 'unknown' };

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
  const outcomes = placeholders.map((placeholder) => filled(seen(server, placeholder, template(placeholder)), words));
  return outcomes.find(({ code }) => code === '42601') ?? outcomes[0] ?? null;
}

const nearCharacter = /^syntax error at or near "(.)"$/;

/** The outcome of the facts, if the server's tokens allow it; otherwise what they lead to. */
function seen(server: ServerText, placeholder: Placeholder, outcome: Outcome): Outcome {
  const index = tokenIndexAt(server.tokens, placeholder.start);
  const token = server.tokens[index];
  if (token === undefined) return outcome;
  if (outcome.message.includes('{next}')) return questionMarkOutcome(server, index, placeholder, outcome);
  if (outcome.code === '42883') return numberOutcome(server, index, placeholder, outcome);
  const character = nearCharacter.exec(outcome.message)?.[1];
  if (character !== undefined) return characterOutcome(server, placeholder, character, outcome);
  const isLoneAt = token.start === placeholder.start && token.end === placeholder.start + 1;
  return placeholder.style !== 'at-name' || isLoneAt ? outcome : readAsOperator(server, token);
}

/** Neither the operand's type nor its column is known here, so the error is not either. */
function readAsOperator({ sql }: ServerText, token: Token): Outcome {
  return { message: `the server reads ${sql.slice(token.start, token.end)} as an operator`, inWords: true };
}

function questionMarkOutcome(server: ServerText, index: number, placeholder: Placeholder, outcome: Outcome): Outcome {
  const token = server.tokens[index];
  const stop = isPlaceForName(server, index, placeholder) ? near(server, index) : stopAfter(server, index);
  switch (stop.at) {
    case 'token':
      return filled(outcome, { next: `at or near "${stop.text}"` });
    case 'end':
      return filled(outcome, { next: 'at end of input' });
    case 'operator':
      return { code: '42883', message: 'operator does not exist' };
    case 'unknown':
      return token === undefined ? outcome : readAsOperator(server, token);
  }
}

/** `?1` is the operator `?` before an integer. */
function numberOutcome(server: ServerText, index: number, placeholder: Placeholder, outcome: Outcome): Outcome {
  const { tokens } = server;
  const token = tokens[index];
  const isAlone = token?.start === placeholder.start && token.end === placeholder.start + 1;
  if (isAlone && tokens[index + 1]?.kind === 'integer' && tokens[index + 2]?.kind !== 'typecast') return outcome;
  return { code: '42883', message: 'operator does not exist' };
}

/** `:id`, `%s`, `${id}`: the parser stops at the character, unless it is part of a longer operator: `=%s` asks for a column s. */
function characterOutcome(server: ServerText, placeholder: Placeholder, character: string, outcome: Outcome): Outcome {
  const { sql, tokens } = server;
  const offset = sql.indexOf(character, placeholder.start);
  const index = tokenIndexAt(tokens, offset);
  const token = tokens[index];
  if (token === undefined || (token.start === offset && token.end === offset + 1)) return outcome;
  const column = text(server, index + 1);
  const isColumn = placeholder.style === 'percent-s' && tokens[index + 1]?.kind === 'word';
  return isColumn ? { code: '42703', message: `column "${column}" does not exist` } : readAsOperator(server, token);
}

/** Where the grammar takes no expression, the parser stops at the placeholder itself: `from ?`, `fetch first ? rows`. */
function isPlaceForName(server: ServerText, index: number, placeholder: Placeholder): boolean {
  if (server.tokens[index]?.start !== placeholder.start) return false;
  const [before, second] = [text(server, index - 1).toLowerCase(), text(server, index - 2).toLowerCase()];
  if (before === 'from') return second !== 'distinct' && !isInParentheses(server, index, ['extract', 'substring', 'trim', 'overlay']);
  if (before === 'in') return !isInParentheses(server, index, ['position']);
  return wordsBeforeName.has(before) || (second === 'fetch' && (before === 'first' || before === 'next')) || before === '.' || (before === 'set' && text(server, index + 1) === '=');
}

/** Whether the innermost open parenthesis follows one of these names. */
function isInParentheses(server: ServerText, index: number, names: readonly string[]): boolean {
  let depth = 0;
  for (let at = index - 1; at >= 0; at -= 1) {
    const token = text(server, at);
    if (token === ')') depth += 1;
    else if (token === '(' && depth > 0) depth -= 1;
    else if (token === '(') return names.includes(text(server, at - 1).toLowerCase());
  }
  return false;
}

/** Operators that take two operands only; all others may stand before one. */
const infixOperators = new Set(['<=', '>=', '<>', '!=', '=>', '*', '/', '%', '^', '<', '>', '=']);

/** Where the parser stops when the token at `index` is an operator that waits for its right operand. */
function stopAfter(server: ServerText, index: number): Stop {
  const { tokens } = server;
  for (let next = index + 1; ; next += 1) {
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
      case 'typecast':
      case 'colon-equals':
      case 'dot-dot':
        return near(server, next);
      default:
        return { at: 'operator' };
    }
  }
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
