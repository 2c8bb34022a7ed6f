import type { Outcome } from '../facts/schema.js';
import { countFinding } from './count-findings.js';
import type { PlaceholderFinding, QueryText } from './findings.js';
import { inspect, type Inspection } from './inspection.js';
import { filled, shapeOutcome } from './outcomes.js';
import type { Placeholder } from './placeholders.js';
import { indexesOf, expectedValues, missingNumber, namesOf } from './references.js';
import { padded, planRewrite, takesExactly, type RewritePlan } from './rewrite.js';
import { outcomeOf, readAsServer } from './server-words.js';
import { isHandWritten, tagFindings } from './tag-findings.js';

/**
 * What is wrong with the placeholders of a query. One mistake gives one finding: a foreign placeholder explains why the
 * values do not match, and so does one in quotes. A text that is no SQL gives none.
 */
export function placeholderFindings(query: QueryText): readonly PlaceholderFinding[] {
  const inspection = inspect(query);
  if (inspection === null) return [];
  if (query.values.kind === 'holes') return [...foreignInTag(inspection), ...tagFindings(inspection)];
  const bare = { ...inspection, query: withBareKeys(query) };
  const finding = foreignFinding(inspection) ?? quotedFinding(bare) ?? countFinding(bare);
  return finding === null ? [] : [finding];
}

/** The keys of a record without the marks that the driver wants or allows; where it wants one, a bare name fits no placeholder. */
function withBareKeys(query: QueryText): QueryText {
  const { values, facts } = query;
  const form = facts.named?.keys;
  if (values.kind !== 'record' || form === undefined) return query;
  const bare = (key: string): string => (/^[:@$?]./.test(key) ? key.slice(1) : form === 'either' || /^\d+$/.test(key) ? key : `${key} `);
  return { ...query, values: { ...values, keys: values.keys.map(bare) } };
}

function foreignFinding(inspection: Inspection): PlaceholderFinding | null {
  const { wrong, query } = inspection;
  const first = wrong[0];
  if (first === undefined) return null;
  const plan = foreignPlan(inspection);
  const placeholders = plan.placeholders.length > wrong.length ? plan.placeholders : wrong;
  const outcome = foreignOutcome(inspection, wrong) ?? query.facts.quoted;
  return { kind: 'foreign', start: first.start, end: first.end, style: first.style, placeholders, plan, outcome };
}

function foreignInTag(inspection: Inspection): readonly PlaceholderFinding[] {
  const wrong = inspection.wrong.filter((placeholder) => !isHandWritten(inspection, placeholder));
  const first = wrong[0];
  const outcome = foreignOutcome(inspection, wrong);
  if (first === undefined || outcome === null) return [];
  const plan = noPlan('a tag binds holes only', wrong);
  return [{ kind: 'foreign', start: first.start, end: first.end, style: first.style, placeholders: wrong, plan, outcome }];
}

function noPlan(reason: string, placeholders: readonly Placeholder[]): RewritePlan {
  return { verdict: 'report', edits: [], reasons: [reason], placeholders };
}

function foreignPlan({ query, options, wrong, own }: Inspection): RewritePlan {
  const target = query.facts.positional[0];
  if (target === undefined) return noPlan('the driver binds no list', wrong);
  if (own.length > 0) return noPlan('placeholders of several styles', wrong);
  // Formatters see no quotes, so that `insideStrings` does not apply to the styles that they do not know.
  return planRewrite(query.text, { dialect: options.dialect, styles: options.styles, holes: query.holes, target, values: query.values });
}

/** A driver that wants a list says so before anything is sent; a code comes from the server, which reads the text first. */
function foreignOutcome({ query, own }: Inspection, wrong: readonly Placeholder[]): Outcome | null {
  const { facts, values, text, dialect, holes } = query;
  const wrongShape = shapeOutcome(facts, values);
  if (wrongShape !== null && wrongShape.code === undefined && facts.textFirst !== true && wrong.length > 0) return wrongShape;
  const given = values.kind === 'list' || values.kind === 'spread' ? values.length : values.kind === 'absent' ? 0 : undefined;
  const words = { given: given ?? '…', expected: expectedValues(own), first: 1, missing: 1 };
  const outcomes = new Map(wrong.map((placeholder) => [placeholder, facts.rejects[placeholder.style] ?? facts.quoted]));
  const outcome = (placeholder: Placeholder): Outcome => outcomes.get(placeholder) ?? facts.quoted;
  const names = (placeholder: Placeholder): Outcome => filled(outcome(placeholder), { name: placeholder.name ?? '', ...(placeholder.index !== undefined && { first: placeholder.index }) });
  if (dialect === 'postgres') return outcomeOf(readAsServer(text, dialect, holes), wrong, names, words);
  const first = wrong[0];
  return first === undefined ? null : filled(names(first), words);
}

/** Look-alikes in quotes that are exactly what the values lack. */
function quotedFinding(inspection: Inspection): PlaceholderFinding | null {
  const { query, own, other, quoted, hasUnknownPart, statements } = inspection;
  const { facts, values } = query;
  const style = own[0]?.style ?? quoted[0]?.style;
  const whole = quoted.filter((placeholder) => placeholder.style === style);
  const alike = whole.length > 0 ? whole : numbersInStrings(inspection);
  const first = alike[0];
  if (first === undefined || facts.insideStrings || hasUnknownPart || other.length > 0 || statements.length > 1) return null;
  const together = [...own, ...alike].sort((a, b) => a.start - b.start);
  if (!completes(own, together, query)) return null;
  const given = values.kind === 'list' ? values.length : together.length;
  // What the server meets first when the placeholder in quotes does not count: a gap in the numbers of the others.
  const gap = missingNumber(indexesOf(own));
  const words = { given, expected: expectedValues(own), missing: gap ?? given, first: given };
  const seen = gap !== null && facts.gap !== undefined ? facts.gap : facts.quoted;
  const isOwnName = facts.named?.styles.includes(first.style) === true && query.named === 'on';
  const outcome = (isOwnName ? null : shapeOutcome(facts, values)) ?? filled(seen, words);
  return { kind: 'quoted', start: first.start, end: first.end, placeholder: first, plan: whole.length > 0 ? quotedPlan(inspection, alike) : noPlan('a part of a string', alike), outcome };
}

/** `$1` as a part of a string: `'%$1%'`, `interval '$1 days'`. */
function numbersInStrings({ query, own, tokens }: Inspection): readonly Placeholder[] {
  const isOther = own.some(({ style }) => style !== 'dollar-number');
  if (query.facts.positional[0] !== 'dollar-number' || isOther) return [];
  return tokens.flatMap((token) => {
    if (token.kind !== 'string' || token.hasHole) return [];
    const body = query.text.slice(token.start, token.end);
    return [...body.matchAll(/\$([1-9]\d?)(?![\d.])/g)].map((match): Placeholder => {
      const start = token.start + match.index;
      return { kind: 'placeholder', style: 'dollar-number', start, end: start + match[0].length, index: Number(match[1]), quoted: true };
    });
  });
}

/** Whether the values match with the quoted placeholders, and only then. */
function completes(own: readonly Placeholder[], together: readonly Placeholder[], { values }: QueryText): boolean {
  const isMixed = new Set(together.map(({ style }) => style)).size > 1;
  if (isMixed) return false;
  if (values.kind === 'list') return values.length > 0 && takesExactly(together, values.length) && !takesExactly(own, values.length);
  if (values.kind !== 'record' || !values.closed || values.keys.length === 0) return false;
  const [names, ownNames] = [new Set(namesOf(together)), new Set(namesOf(own))];
  const isComplete = names.size === values.keys.length && values.keys.every((key) => names.has(key));
  return isComplete && ownNames.size < names.size && indexesOf(together).length === 0;
}

/** Drops the quotes of the driver's own style, or writes its style in their place. */
function quotedPlan({ query, options }: Inspection, alike: readonly Placeholder[]): RewritePlan {
  const { facts, text, values } = query;
  const target = facts.positional[0];
  const isOwnName = values.kind === 'record' && alike.every(({ style }) => facts.named?.styles.includes(style));
  if (isOwnName) {
    const edits = alike.map((placeholder) => padded(text, options, placeholder, text.slice(placeholder.start + 1, placeholder.end - 1)));
    return { verdict: 'fix', edits, reasons: [], placeholders: alike };
  }
  if (target === undefined) return noPlan('the driver binds no list', alike);
  return planRewrite(text, { ...options, target, values });
}
