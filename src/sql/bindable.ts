import type { Placeholder } from './placeholders.js';
import { splitStatements } from './statements.js';
import { isComment, type Token } from './tokens.js';
import { typedLiteralWords, wordsBeforeName, wordsBeforeOperand } from './words.js';

/** Statements that PostgreSQL plans, and so lets take parameters. */
const plannedStatements = new Set(['', 'select', 'insert', 'update', 'delete', 'with', 'values', 'merge', 'explain', 'call', 'table']);

/** `extract(year from $1)`, `position($1 in $2)`: keywords between the arguments of a function. */
const keywordFunctions = new Set(['extract', 'substring', 'trim', 'overlay', 'position']);

/**
 * Why `$1` would be no right thing to write in the place of one of these placeholders, or null when all can be bound.
 * PostgreSQL binds values only: no names of tables, no literal after `interval`, nothing in `set` or `create`.
 */
export function unbindableReason(sql: string, tokens: readonly Token[], placeholders: readonly Placeholder[]): string | null {
  const statements = splitStatements(sql, tokens);
  if (statements.length > 1) return 'several statements take no values';
  const keyword = statements[0]?.keyword ?? '';
  if (!plannedStatements.has(keyword)) return `${keyword} takes no parameters`;
  const starts = new Map(placeholders.map((placeholder) => [placeholder.start, placeholder]));
  const significant = tokens.filter((token) => !isComment(token));
  const text = (index: number): string => {
    const token = significant[index];
    return token === undefined || token.end - token.start > 30 ? '' : sql.slice(token.start, token.end).toLowerCase();
  };
  const parentheses: number[] = [];
  for (let index = 0; index < significant.length; index += 1) {
    if (text(index) === '(') parentheses.push(index);
    if (text(index) === ')') parentheses.pop();
    const placeholder = starts.get(significant[index]?.start ?? -1);
    if (placeholder === undefined) continue;
    const reason = reasonAt(index, text, parentheses.at(-1) ?? -1) ?? literalReason(placeholder, significant[index - 1], text(index - 1));
    if (reason !== null) return reason;
  }
  return null;
}

/** `text` gives a significant token in lower case; `parenthesis` is the index of the innermost open one, or -1. */
function reasonAt(index: number, text: (index: number) => string, parenthesis: number): string | null {
  const before = text(index - 1);
  const isKeywordArgument = keywordFunctions.has(text(parenthesis - 1)) || (before === 'from' && text(index - 2) === 'distinct');
  if (wordsBeforeName.has(before) && !isKeywordArgument) return `no value can stand after ${before}`;
  if (typedLiteralWords.has(before)) return `${before} takes a literal; a value is cast with ::${before}`;
  if (before === '.' || text(index + 1) === '.') return 'a name cannot be bound';
  if (before === 'set' && text(index + 1) === '=') return 'a name cannot be bound';
  if (before === 'by') return 'a bound value is a constant, which sorts nothing';
  if (text(parenthesis - 2) === 'into') return 'a name cannot be bound';
  return null;
}

/** `point '$1'`: after an ordinary word a literal stands, and a parameter does not. */
function literalReason({ quoted, ambiguous }: Placeholder, before: Token | undefined, word: string): string | null {
  if (ambiguous === 'operator' && before?.kind !== 'word') return 'no operator before it';
  return quoted && before?.kind === 'word' && !wordsBeforeOperand.has(word) ? `${word} takes a literal` : null;
}
