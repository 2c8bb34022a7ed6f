import type { Outcome } from '../facts/schema.js';
import type { PlaceholderFinding } from './findings.js';
import type { Inspection } from './inspection.js';
import { filled, shapeOutcome, type OutcomeWords } from './outcomes.js';
import type { Placeholder } from './placeholders.js';
import { expectedValues, indexesOf, missingNumber, namesOf, referenceOf } from './references.js';

type Span = Pick<PlaceholderFinding, 'start' | 'end'>;

/** Statements that hold parameters of their own: `$1` in them is none of this query's. */
const statementsWithParameters = new Set(['prepare', 'create function', 'create procedure', 'explain generic_plan', 'do']);

/**
 * Whether the values fit the placeholders; at most one finding, the one that the driver or the server meets first.
 *
 * The range is the first placeholder without a value, or the one that shows the mistake. For values that are too many,
 * not used or of the wrong shape it is the last placeholder, or the whole text: the mistake lies in the values, where
 * the model knows to report.
 */
export function countFinding(inspection: Inspection): PlaceholderFinding | null {
  const { query, own, other, statements } = inspection;
  const { values, facts } = query;
  const hasUncountable = own.some((placeholder) => referenceOf(placeholder).by === 'other' && placeholder.style !== 'qmark-ident');
  if (statements.length > 1 || other.length > 0 || hasUncountable) return null;
  const keyword = statements[0]?.keyword ?? '';
  // No DDL of Oracle takes values, and `:new` in a trigger is a row.
  const holdsParameters = statementsWithParameters.has(keyword) || (query.dialect === 'oracle' && keyword.startsWith('create'));
  if (holdsParameters && (own.length > 0 || values.kind !== 'list' || values.length === 0)) return null;
  const zero = own.find(({ style, index }) => style === 'dollar-number' && index === 0);
  if (zero && facts.zero) return { kind: 'zero', ...span(zero), outcome: filled(facts.zero, { first: 0 }) };
  switch (values.kind) {
    case 'absent':
      return listFinding(inspection, 0);
    case 'list':
      return listFinding(inspection, values.length);
    case 'record':
      return recordFinding(inspection, values.keys, values.closed);
    case 'scalar':
      return shapeFinding(inspection, 'notAList');
    case 'spread':
      return shapeFinding(inspection, 'spread');
    case 'oneList':
      return shapeFinding(inspection, 'oneList');
    case 'unknown':
      return gapFinding(inspection);
    case 'holes':
      return null;
  }
}

function span({ start, end }: Placeholder): Span {
  return { start, end };
}

/** Where to report what lies in the values. */
function spanOfValues({ own, query }: Pick<Inspection, 'own' | 'query'>): Span {
  const last = own.at(-1);
  return last ? span(last) : { start: 0, end: query.text.length };
}

function shapeFinding(inspection: Inspection, kind: 'notAList' | 'spread' | 'oneList'): PlaceholderFinding | null {
  const outcome = shapeOutcome(inspection.query.facts, inspection.query.values);
  return outcome === null ? null : { kind, ...spanOfValues(inspection), outcome: filled(outcome, {}) };
}

function recordFinding(inspection: Inspection, keys: readonly string[], isClosed: boolean): PlaceholderFinding | null {
  const { query, own } = inspection;
  const names = namesOf(own);
  // SQLite's `?1` takes its value from `{ 1: … }`.
  if (own.length > 0 && own.every(({ style, index }) => index !== undefined && query.facts.named?.styles.includes(style) === true && keys.includes(String(index)))) return null;
  // Drivers that bind by key know each place by its number, too.
  if (query.facts.named?.keys !== undefined && keys.length > 0 && keys.every((key) => /^\d+$/.test(key))) return null;
  const isNoList = own.length > 0 || (keys.length > 0 && query.facts.named === null);
  if (names.length === 0) return isNoList ? shapeFinding(inspection, 'notAList') : null;
  const { named } = query.facts;
  const plain = (name: string): string => (named?.anyCase === true ? name.toLowerCase() : name);
  const [known, asked] = [new Set(keys.map(plain)), new Set(names.map(plain))];
  const missing = own.find(({ name }) => name !== undefined && !known.has(plain(name)));
  if (missing?.name === undefined || !isClosed || named === null || query.named !== 'on') return null;
  const strange = named.strange === undefined ? undefined : keys.find((key) => !asked.has(plain(key)));
  const words = { name: strange?.trim() ?? missing.name, given: keys.length, expected: asked.size };
  const outcome = filled(strange === undefined ? named.missing : (named.strange ?? named.missing), words);
  const name = named.keys === 'with-mark' ? query.text.slice(missing.start, missing.end) : missing.name;
  return { kind: 'missingName', ...span(missing), name, outcome };
}

/** `$1, $3`: the server cannot tell the type of `$2`, whatever the values are. */
function gapFinding({ query, own, hasUnknownPart }: Inspection): PlaceholderFinding | null {
  const missing = missingNumber(indexesOf(own));
  const after = own.find(({ index = 0 }) => missing !== null && index > missing);
  if (missing === null || after === undefined || query.facts.gap === undefined || hasUnknownPart) return null;
  return { kind: 'gap', ...span(after), missing, outcome: filled(query.facts.gap, { missing, first: after.index ?? 0 }) };
}

function listFinding(inspection: Inspection, given: number): PlaceholderFinding | null {
  const { query, own, hasUnknownPart } = inspection;
  const { facts } = query;
  const { named } = facts;
  const isOfNames = (placeholder: Placeholder): boolean => named?.styles.includes(placeholder.style) === true;
  if (named?.fromList !== undefined && query.values.kind === 'list' && own.some(isOfNames)) {
    return own.every(isOfNames) ? orderedFinding(inspection, named.fromList, given) : null;
  }
  const numbers = indexesOf(own);
  const names = new Set(namesOf(own)).size;
  if (names > 0) return query.values.kind === 'absent' ? noRecord(inspection, named?.fromList === 'each-place' ? own.length : names) : null;
  // Numbers beside positions: no rule of any driver.
  if (numbers.length > 0 && numbers.length < own.length) return null;
  const expected = expectedValues(own);
  const unmet = own.find(({ index }, position) => (index ?? position + 1) > given);
  const words: OutcomeWords = { given, expected, first: unmet?.index ?? given + 1, missing: expected + 1 };
  const counted = (at: Span, outcome: Outcome) => ({ ...at, expected, given, outcome: filled(outcome, words) });
  const none = query.values.kind === 'list' ? (facts.emptyList ?? facts.none) : facts.none;
  if (given === 0) return unmet && none ? { kind: 'none', ...counted(span(unmet), none) } : null;
  const gap = gapFinding(inspection);
  if (gap !== null) return gap;
  if (unmet) return facts.tooFew && { kind: 'tooFew', ...counted(span(unmet), facts.tooFew) };
  if (expected === given || hasUnknownPart) return null;
  const surplus = expected === 0 ? facts.unused : facts.tooMany;
  return surplus && { kind: expected === 0 ? 'unused' : 'tooMany', ...counted(spanOfValues(inspection), surplus) };
}

/** Names and numbers that take the values of a list in the order in which they stand. */
function orderedFinding({ query, own, hasUnknownPart, statements }: Inspection, way: 'each-place' | 'each-name', given: number): PlaceholderFinding | null {
  // In a block of a procedural language each name takes one value.
  if (blockWords.has(statements[0]?.keyword ?? '')) return null;
  const keys = own.map(({ name, index }) => (name ?? String(index)).toLowerCase());
  const places = own.filter((_, position) => way === 'each-place' || keys.indexOf(keys[position] ?? '') === position);
  const expected = places.length;
  const unmet = places[given];
  const { facts } = query;
  const kind = unmet === undefined ? 'tooMany' : given === 0 ? 'none' : 'tooFew';
  const outcome = kind === 'none' ? (facts.emptyList ?? facts.none) : facts[kind];
  if (outcome === null || expected === given || (unmet === undefined && hasUnknownPart)) return null;
  const at = unmet === undefined ? spanOfValues({ own, query }) : span(unmet);
  return { kind, ...at, expected, given, outcome: filled(outcome, { given, expected, name: unmet?.name ?? '' }) };
}

const blockWords: ReadonlySet<string> = new Set(['begin', 'declare', 'call']);

/** Names, and no values at all. */
function noRecord({ query, own }: Inspection, expected: number): PlaceholderFinding | null {
  const [first, outcome] = [own[0], query.facts.named?.none];
  if (first === undefined || outcome === undefined || query.named !== 'on' || namesOf(own).length < own.length) return null;
  return { kind: 'none', ...span(first), expected, given: 0, outcome: filled(outcome, { given: 0, expected, name: first.name ?? '' }) };
}
