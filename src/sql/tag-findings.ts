import type { Outcome } from '../facts/schema.js';
import type { PlaceholderFinding } from './findings.js';
import type { Inspection } from './inspection.js';
import { filled } from './outcomes.js';
import type { Placeholder } from './placeholders.js';
import { isComment, type Token } from './tokens.js';
import { typedLiteralWords, wordsBeforeName, wordsBeforeOperand } from './words.js';

/** What is wrong with a template tag's text beside foreign placeholders: `$1` by hand, a `${}` in quotes. */
export function tagFindings(inspection: Inspection): readonly PlaceholderFinding[] {
  return [...handWritten(inspection), ...quotedHoles(inspection)].sort((a, b) => a.start - b.start);
}

/** Whether this placeholder is one that the tag itself writes for its holes. */
export function isHandWritten({ query: { facts } }: Inspection, { style }: Placeholder): boolean {
  return facts.handWritten !== undefined && (style === 'dollar-number' || facts.positional.includes(style));
}

/** One finding each, since each is an edit of its own. A number beyond the holes takes no hole's value. */
function handWritten(inspection: Inspection): readonly PlaceholderFinding[] {
  const { query, own, wrong, other, tokens } = inspection;
  const alone = query.facts.handWritten;
  if (alone === undefined) return [];
  const written = [...own, ...wrong, ...other]
    .filter((placeholder) => isHandWritten(inspection, placeholder) && !placeholder.dynamic)
    .sort((a, b) => a.start - b.start);
  const bound = tokens.filter((token) => token.kind === 'hole' && query.holes.get(token.start) !== 'fragment').length;
  const expected = written.reduce((highest, { index = 0 }) => Math.max(highest, index), bound);
  return written.map((placeholder) => {
    const besideHoles = bound > 0 && (placeholder.index ?? 1) <= bound;
    const amongHoles = besideHoles ? query.facts.handWrittenBesideHoles : query.facts.handWrittenBeyondHoles;
    const outcome = (bound > 0 ? amongHoles : undefined) ?? alone;
    const words = { given: bound, expected, first: placeholder.index ?? 1, missing: placeholder.index ?? 1 };
    return { kind: 'handWritten', start: placeholder.start, end: placeholder.end, placeholder, besideHoles, outcome: filled(outcome, words) };
  });
}

const stringKinds: ReadonlySet<Token['kind']> = new Set(['string', 'unicode-string', 'bit-string', 'hex-string']);
const identifierKinds: ReadonlySet<Token['kind']> = new Set(['quoted-identifier', 'unicode-identifier']);

function quotedHoles({ query, tokens }: Inspection): readonly PlaceholderFinding[] {
  const { text, holes, facts } = query;
  const bound = [...holes].filter(([, role]) => role !== 'fragment').map(([offset]) => offset).sort((a, b) => a - b);
  const outside = new Set(tokens.filter((token) => token.kind === 'hole').map(({ start }) => start));
  const expected = bound.findLastIndex((offset) => outside.has(offset)) + 1;
  const findings: PlaceholderFinding[] = [];
  let next = 0;
  let before: Token | undefined;
  for (const token of tokens) {
    const previous = before;
    if (!isComment(token)) before = token;
    while ((bound[next] ?? Infinity) < token.start) next += 1;
    const identifier = identifierKinds.has(token.kind);
    const inString = (expected > next ? facts.holeInStringBeforeOthers : undefined) ?? facts.holeInString;
    const outcome: Outcome | undefined = identifier ? facts.holeInIdentifier : inString;
    if (outcome === undefined || (!identifier && !stringKinds.has(token.kind))) continue;
    const start = bound[next] ?? Infinity;
    if (start >= token.end) continue;
    // The first hole speaks for the others in the same literal: they come out of it together.
    const movable = !identifier && text[token.start] === "'" && !isTypeOrPrefix(previous, text);
    const words = { given: bound.length, expected, first: next + 1, missing: next + 1 };
    const literal = { start: token.start, end: token.end };
    findings.push({ kind: 'quotedHole', start, end: start + 1, literal, identifier, movable, outcome: filled(outcome, words) });
  }
  return findings;
}

/** Whether only a literal can follow this token: `interval '…'`, `point '…'`, `N'…'`; or a name: `as '…'`. */
function isTypeOrPrefix(token: Token | undefined, text: string): boolean {
  if (token?.kind !== 'word') return token?.kind === 'quoted-identifier';
  const word = text.slice(token.start, token.end).toLowerCase();
  return typedLiteralWords.has(word) || wordsBeforeName.has(word) || !wordsBeforeOperand.has(word);
}
