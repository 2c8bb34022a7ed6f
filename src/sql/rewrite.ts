import type { PlaceholderStyle } from '../facts/schema.js';
import { unbindableReason } from './bindable.js';
import { isNamePart } from './characters.js';
import { lex } from './lex.js';
import { placeholdersAmong, type FindOptions, type Placeholder } from './placeholders.js';
import { expectedValues, indexesOf, missingNumber, namesOf, provenPlaceholders, referenceOf } from './references.js';
import type { Token } from './tokens.js';
import { typeDoubt } from './untyped.js';
import type { ValuesShape } from './values.js';

/** One replacement in the SQL text. The text holds the blanks that it needs, so that edits can be made one by one. */
export interface SqlEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface RewritePlan {
  /** `ok`: nothing to do. `report`: no edit is right, and there are none. */
  readonly verdict: 'ok' | 'fix' | 'suggest' | 'report';
  /** In the order of the text, without overlap. */
  readonly edits: readonly SqlEdit[];
  /** Why it is no fix. */
  readonly reasons: readonly string[];
  /** The placeholders that the plan is about, quoted ones among them. */
  readonly placeholders: readonly Placeholder[];
  /** For named styles: the keys in the order in which their values must stand in the new list. */
  readonly valueOrder?: readonly string[];
  /** For `$n` → `?` with repeats or in another order: the indexes of the old values in the order in which they must stand. */
  readonly valueIndexes?: readonly number[];
}

export interface RewriteOptions extends FindOptions {
  /** The style to write: `dollar-number` or `qmark`. */
  readonly target: PlaceholderStyle;
  readonly values: ValuesShape;
}

/** Something that keeps a rewrite from being certain. */
interface Doubt {
  readonly verdict: 'suggest' | 'report';
  readonly reason: string;
}

const suggest = (reason: string): Doubt => ({ verdict: 'suggest', reason });
const report = (reason: string): Doubt => ({ verdict: 'report', reason });

/**
 * Plans how the placeholders of a text become those of another style. A fix only when the values prove it right:
 * one style, no unknown part, a list of the same length or a record with the same names.
 */
export function planRewrite(sql: string, options: RewriteOptions): RewritePlan {
  const tokens = lex(sql, options);
  const all = placeholdersAmong(tokens, sql, options);
  if (tokens.some((token) => token.error !== undefined)) return concluded([report('the text is no SQL')], [], all);
  const hasHole = (options.holes?.size ?? 0) > 0;
  const [quoted, found] = [all.filter((placeholder) => placeholder.quoted), all.filter((placeholder) => !placeholder.quoted)];
  const unquoted = provenPlaceholders(found, options.values, hasHole);
  if (new Set(unquoted.map(({ style }) => style)).size > 1) return concluded([report('placeholders of several styles')], [], unquoted);
  if (hasHole && found.length > unquoted.length) return concluded([report('beside an unknown part, a mark that may be one more placeholder')], [], unquoted);
  if (hasHole && options.values.kind === 'unknown') return concluded([report('neither the text nor the values tell how many there are')], [], unquoted);
  const { placeholders, doubts } = withQuoted(unquoted, quoted, options.values);
  const isRight = placeholders.every((placeholder) => placeholder.style === options.target && !placeholder.quoted);
  if (isRight || doubts.some(({ verdict }) => verdict === 'report')) return concluded(doubts, [], placeholders);
  return rewritten(sql, options, placeholders, [...doubts, ...generalDoubts(sql, tokens, options, placeholders)]);
}

function concluded(
  doubts: readonly Doubt[],
  edits: readonly SqlEdit[],
  placeholders: readonly Placeholder[],
  order: Pick<RewritePlan, 'valueOrder' | 'valueIndexes'> = {},
): RewritePlan {
  const reasons = doubts.map(({ reason }) => reason);
  if (doubts.some(({ verdict }) => verdict === 'report')) return { verdict: 'report', edits: [], reasons, placeholders };
  if (edits.length === 0) return { verdict: 'ok', edits, reasons, placeholders };
  return { verdict: doubts.length > 0 ? 'suggest' : 'fix', edits, reasons, placeholders, ...order };
}

/** Look-alikes in quotes join in only when the values prove them; otherwise they are text. */
function withQuoted(
  unquoted: readonly Placeholder[],
  quoted: readonly Placeholder[],
  values: ValuesShape,
): { placeholders: readonly Placeholder[]; doubts: readonly Doubt[] } {
  const style = unquoted[0]?.style ?? quoted[0]?.style;
  const alike = quoted.filter((placeholder) => placeholder.style === style);
  if (alike.length === 0) return { placeholders: unquoted, doubts: [] };
  const together = (some: readonly Placeholder[]): readonly Placeholder[] => [...unquoted, ...some].sort((a, b) => a.start - b.start);
  if (values.kind === 'list') {
    if (takesExactly(unquoted, values.length)) return { placeholders: unquoted, doubts: [] };
    if (takesExactly(together(alike), values.length)) return { placeholders: together(alike), doubts: [] };
    return { placeholders: unquoted, doubts: [report('a placeholder in quotes that the values do not prove')] };
  }
  if (values.kind === 'record') {
    const named = alike.filter(({ name }) => name !== undefined && values.keys.includes(name));
    return { placeholders: together(named), doubts: named.length > 0 ? [suggest('a placeholder in quotes')] : [] };
  }
  if (unquoted.length > 0) return { placeholders: unquoted, doubts: [] };
  return { placeholders: alike, doubts: [suggest('a placeholder in quotes, and the values are not known')] };
}

/** Whether a list of this length gives each placeholder a value and leaves none over. */
export function takesExactly(placeholders: readonly Placeholder[], length: number): boolean {
  return expectedValues(placeholders) === length && missingNumber(indexesOf(placeholders)) === null;
}

/** Doubts that do not depend on the way values are passed. */
function generalDoubts(
  sql: string,
  tokens: readonly Token[],
  options: RewriteOptions,
  placeholders: readonly Placeholder[],
): readonly Doubt[] {
  const { target, values, dialect } = options;
  const doubts: Doubt[] = [];
  if (target !== 'dollar-number' && target !== 'qmark') doubts.push(report(`no way to write ${target}`));
  const kinds = new Set(placeholders.map((placeholder) => referenceOf(placeholder).by));
  if (kinds.has('other')) doubts.push(report('a placeholder that binds no value'));
  if (kinds.size > 1) doubts.push(report('placeholders by position beside others'));
  if ((options.holes?.size ?? 0) > 0) doubts.push(suggest('an unknown part may hold placeholders of its own'));
  const ambiguous = placeholders.find((placeholder) => placeholder.ambiguous !== undefined);
  const isNamed = values.kind === 'record' && placeholders.every(({ ambiguous: doubt }) => doubt !== 'slice bound');
  if (ambiguous?.ambiguous !== undefined && !isNamed) doubts.push(suggest(`may be something else: ${ambiguous.ambiguous}`));
  if (dialect === 'postgres' && target === 'dollar-number') {
    const reason = unbindableReason(sql, tokens, placeholders);
    const untyped = typeDoubt(sql, tokens, placeholders);
    if (reason !== null) doubts.push(report(reason));
    if (untyped !== null) doubts.push(suggest(untyped));
  }
  if (target === 'qmark' && hasOtherQuestionMark(sql, placeholders)) {
    doubts.push(report('another ? in the text, which a formatter would replace'));
  }
  return doubts;
}

/** Client-side formatters replace each `?` of the text, also in strings and comments. */
function hasOtherQuestionMark(sql: string, placeholders: readonly Placeholder[]): boolean {
  let from = 0;
  for (const { start, end } of placeholders) {
    if (sql.slice(from, start).includes('?')) return true;
    from = end;
  }
  return sql.slice(from).includes('?');
}

function rewritten(
  sql: string,
  options: RewriteOptions,
  placeholders: readonly Placeholder[],
  doubts: readonly Doubt[],
): RewritePlan {
  const names = namesOf(placeholders);
  const order = options.target === 'qmark' ? names : [...new Set(names)];
  const numbers = new Map([...new Set(names)].map((name, index) => [name, index + 1]));
  const edits = placeholders.map((placeholder, position) => {
    const reference = referenceOf(placeholder);
    const named = reference.by === 'name' ? numbers.get(reference.name) : undefined;
    const number = reference.by === 'number' ? reference.index : (named ?? position + 1);
    return padded(sql, options, placeholder, options.target === 'qmark' ? '?' : `$${number}`);
  });
  if (names.length > 0) return concluded([...doubts, ...recordDoubts(order, options.values)], edits, placeholders, { valueOrder: order });
  const indexes = indexesOf(placeholders).map((index) => index - 1);
  const isInOrder = indexes.every((index, position) => index === position);
  const listed = [...doubts, ...listDoubts(placeholders, options.values)];
  if (options.target !== 'qmark' || isInOrder) return concluded(listed, edits, placeholders);
  return concluded([...listed, ...repeatDoubts(options.values)], edits, placeholders, { valueIndexes: indexes });
}

function listDoubts(placeholders: readonly Placeholder[], values: ValuesShape): readonly Doubt[] {
  if (values.kind === 'unknown') return [suggest('the values are not known')];
  if (values.kind !== 'list') return [report('no list of values')];
  const expected = expectedValues(placeholders);
  if (expected !== values.length) return [report(`${expected} placeholders, ${values.length} values`)];
  return missingNumber(indexesOf(placeholders)) === null && !indexesOf(placeholders).includes(0) ? [] : [report('a number is missing')];
}

/** `$1 … $1` → `? … ?` evaluates a value twice; `$2 … $1` turns the order round. */
function repeatDoubts(values: ValuesShape): readonly Doubt[] {
  const isPure = values.kind === 'list' && values.pure === true;
  if (isPure) return [suggest('the values must be repeated or put in another order')];
  return [report('the values would have to be repeated or put in another order')];
}

/** `order` names the values of the new list, with repeats where the target has no numbers. */
function recordDoubts(order: readonly string[], values: ValuesShape): readonly Doubt[] {
  const distinct = new Set(order);
  const repeats = distinct.size < order.length;
  if (values.kind === 'list' && values.length === order.length && !repeats) return [suggest('names, but a list of values')];
  if (values.kind !== 'record') return [report('names need a record of values')];
  const missing = order.find((name) => !values.keys.includes(name));
  if (missing !== undefined) return [report(`no value for ${missing}`)];
  const unused = values.keys.find((key) => !distinct.has(key));
  const doubts: Doubt[] = [];
  if (!values.closed) doubts.push(suggest('the record may hold more keys'));
  if (unused !== undefined) doubts.push(suggest(`the value ${unused} is not used`));
  if (!values.pure) doubts.push(suggest('the values may depend on their order'));
  if (repeats) doubts.push(values.pure ? suggest('values must be repeated') : report('values would have to be repeated'));
  return doubts;
}

/** The edit for one placeholder. `$1and` and `like$1` are read as something else: a blank keeps them apart. */
export function padded(sql: string, options: Pick<FindOptions, 'holes'>, { start, end }: Placeholder, text: string): SqlEdit {
  const before = start > 0 && isNamePart(sql.charCodeAt(start - 1)) ? ' ' : '';
  const isHoleNext = options.holes?.has(end) === true;
  const after = isHoleNext || isNamePart(sql.charCodeAt(end)) ? ' ' : '';
  return { start, end, text: `${before}${text}${after}` };
}

/** Makes the edits, which stand in the order of the text. */
export function applyEdits(sql: string, edits: readonly SqlEdit[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, text } of edits) {
    result += sql.slice(from, start) + text;
    from = end;
  }
  return result + sql.slice(from);
}
