import type { Placeholder } from './placeholders.js';
import { isComment, type Token } from './tokens.js';
import { wordsBeforeOperand } from './words.js';

/** Functions that say nothing of their arguments' types, or exist for several. */
const looseFunctions = new Set(
  `extract unnest abs ceil floor round sign sum avg array_length cardinality array_to_json to_json to_jsonb row_to_json
  json_build_object jsonb_build_object json_build_array jsonb_build_array concat concat_ws format generate_series`.split(/\s+/),
);
const marksBeforeSign = new Set(['(', ',', '=', '<', '>', '[', '+', '-', '*', '/', '%', '^']);
const arithmetic = new Set(['+', '-', '*', '/', '%', '^']);

/**
 * Why PostgreSQL might not tell the type of a bound value that it knew as a literal, or null. `-$1` and `$1 + $2` are "not
 * unique", `unnest($1)` is too; `in (select $1)` selects a text.
 */
export function typeDoubt(sql: string, tokens: readonly Token[], placeholders: readonly Placeholder[]): string | null {
  const starts = new Set(placeholders.map(({ start }) => start));
  const significant = tokens.filter((token) => !isComment(token));
  const parentheses: number[] = [];
  const isPlaceholder = (index: number): boolean => starts.has(significant[index]?.start ?? -1);
  const text = (index: number): string => {
    const token = significant[index];
    return token === undefined || token.end - token.start > 30 ? '' : sql.slice(token.start, token.end).toLowerCase();
  };
  for (let index = 0; index < significant.length; index += 1) {
    if (text(index) === '(') parentheses.push(index);
    if (text(index) === ')') parentheses.pop();
    if (!isPlaceholder(index) || significant[index + 1]?.kind === 'typecast') continue;
    const before = text(index - 1);
    const called = parentheses.at(-1);
    const name = called === undefined ? '' : text(called - 1);
    if (looseFunctions.has(name)) return `${name} does not tell the type of its value`;
    if (called !== undefined && before === 'select') return 'a subquery selects the value as a text';
    if (!arithmetic.has(before)) continue;
    const left = significant[index - 2];
    const word = text(index - 2);
    const isPrefix = left === undefined || left.kind === 'operator' || marksBeforeSign.has(word) || wordsBeforeOperand.has(word);
    if (isPrefix || isPlaceholder(index - 2)) return 'the operator exists for several types';
  }
  return null;
}
