import type { PlaceholderStyle } from '../facts/schema.js';
import { lex, type LexOptions } from './lex.js';
import { isComment, type PlaceholderToken, type Token } from './tokens.js';

/** A placeholder, or a whole string literal that looks like one (`quoted`; its range holds the quotes). */
export interface Placeholder extends PlaceholderToken {
  readonly quoted?: true;
}

export interface FindOptions extends LexOptions {
  /**
   * Styles that the driver replaces itself wherever they stand, also in strings and comments: `?` and `??` by sqlstring,
   * `$1` by pg-promise.
   */
  readonly insideStrings?: readonly PlaceholderStyle[];
}

/** The placeholders of the given styles in a text, in order, and the string literals that look like one. */
export function findPlaceholders(sql: string, options: FindOptions): readonly Placeholder[] {
  return placeholdersAmong(lex(sql, options), sql, options);
}

/** The same for a text that was read before. */
export function placeholdersAmong(tokens: readonly Token[], sql: string, options: FindOptions): readonly Placeholder[] {
  const everywhere = options.insideStrings ?? [];
  const styles = new Set(options.styles.filter((style) => !everywhere.includes(style)));
  const found: Placeholder[] = everywhere.length > 0 ? replacedEverywhere(sql, new Set(everywhere)) : [];
  const significant = tokens.filter((token) => !isComment(token));
  significant.forEach((token, index) => {
    const placeholder = token.kind === 'placeholder' ? token : lookAlike(significant, index, sql);
    if (placeholder !== null && styles.has(placeholder.style)) found.push(placeholder);
  });
  return everywhere.length > 0 ? found.sort((a, b) => a.start - b.start) : found;
}

const literalShapes: readonly (readonly [style: PlaceholderStyle, shape: RegExp])[] = [
  ['percent-s', /^%[sd]$/],
  ['percent-name', /^%\((\w{1,128})\)[sd]$/],
  ['qmark', /^\?$/],
  ['dollar-number', /^\$(\d{1,9})$/],
  ['colon-name', /^:([A-Za-z_]\w{0,127})$/],
];

/** Longer literals are never looked at. */
const longestLookAlike = 140;

/** What a whole literal would bind if it had no quotes: `'%s'`, `'$1'`. */
function lookAlike(tokens: readonly Token[], index: number, sql: string): Placeholder | null {
  const token = tokens[index];
  if (token?.kind !== 'string' || token.hasHole || sql[token.start] !== "'" || token.end - token.start > longestLookAlike) return null;
  const body = sql.slice(token.start + 1, token.end - 1);
  for (const [style, shape] of literalShapes) {
    const match = shape.exec(body);
    if (!match) continue;
    if (isOrdinaryText(tokens, index, sql, style)) return null;
    const { start, end } = token;
    const content = match[1];
    const named = style === 'dollar-number' ? { index: Number(content) } : content === undefined ? {} : { name: content };
    return { kind: 'placeholder', style, start, end, quoted: true, ...named };
  }
  return null;
}

const patternWords = new Set(['like', 'ilike', 'similar', 'to']);
const keyOperators = new Set(['?', '->', '->>', '#>', '#>>', '?|', '?&', '-']);

/** Where such a literal is plainly meant as text: a pattern, a key of a document, `format()`'s first argument. */
function isOrdinaryText(tokens: readonly Token[], index: number, sql: string, style: PlaceholderStyle): boolean {
  const before = wordAt(tokens[index - 1], sql);
  if (keyOperators.has(before)) return true;
  if (style === 'percent-s' && patternWords.has(before)) return true;
  return before === '(' && wordAt(tokens[index - 2], sql) === 'format';
}

function wordAt(token: Token | undefined, sql: string): string {
  return token === undefined || token.end - token.start > 20 ? '' : sql.slice(token.start, token.end).toLowerCase();
}

const questionMarks = /\?+/g;
const dollarNumbers = /\$(\d{1,9})/g;

/** What a client-side formatter finds; it knows no quotes. sqlstring leaves three `?` and more alone. */
function replacedEverywhere(sql: string, styles: ReadonlySet<PlaceholderStyle>): Placeholder[] {
  const found: Placeholder[] = [];
  for (const match of sql.matchAll(questionMarks)) {
    const style = match[0].length === 1 ? 'qmark' : 'qmark-ident';
    if (match[0].length > 2 || !styles.has(style)) continue;
    found.push({ kind: 'placeholder', style, start: match.index, end: match.index + match[0].length });
  }
  if (!styles.has('dollar-number')) return found;
  for (const match of sql.matchAll(dollarNumbers)) {
    const [start, end] = [match.index, match.index + match[0].length];
    found.push({ kind: 'placeholder', style: 'dollar-number', index: Number(match[1]), start, end });
  }
  return found;
}
