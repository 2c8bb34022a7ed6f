import type { PlaceholderStyle } from '../facts/schema.js';
import type { QueryText } from './findings.js';
import { lex } from './lex.js';
import { placeholdersAmong, type FindOptions, type Placeholder } from './placeholders.js';
import { provenPlaceholders } from './references.js';
import { splitStatements, type Statement } from './statements.js';
import type { Token } from './tokens.js';

/** A query's text with its placeholders, sorted by what the driver does with them. */
export interface Inspection {
  readonly query: QueryText;
  readonly options: FindOptions;
  readonly tokens: readonly Token[];
  readonly statements: readonly Statement[];
  /** Placeholders that the driver binds. */
  readonly own: readonly Placeholder[];
  /** Placeholders that it rejects, certain or proved by the values. */
  readonly wrong: readonly Placeholder[];
  /** Placeholders of which the facts say neither, for these values. */
  readonly other: readonly Placeholder[];
  /** Literals that look like a placeholder of a style it binds or rejects. */
  readonly quoted: readonly Placeholder[];
  /** Whether the text has parts that may hold more placeholders. */
  readonly hasUnknownPart: boolean;
}

/** Null for a text that is no SQL. */
export function inspect(query: QueryText): Inspection | null {
  const { text, dialect, holes, facts, values } = query;
  const { positional, named, rejects } = facts;
  // Without values a formatter leaves the text alone; with a record one that knows names looks for these only.
  const isFormatted = values.kind !== 'absent' && (values.kind !== 'record' || facts.notAList === null);
  const byHand: readonly PlaceholderStyle[] = facts.handWritten === undefined ? [] : ['dollar-number'];
  const known = new Set([...positional, ...(named?.styles ?? []), ...rejectedStyles(query), ...byHand]);
  const formatted = facts.insideStrings && isFormatted ? { insideStrings: positional } : {};
  const options: FindOptions = { dialect, styles: [...known], holes, ...formatted };
  const tokens = lex(text, options);
  if (tokens.some((token) => token.error !== undefined)) return null;
  const all = placeholdersAmong(tokens, text, options);
  const unquoted = provenPlaceholders(all.filter(({ quoted }) => !quoted), values, holes.size > 0);
  const accepted = acceptedStyles(query);
  const isWrong = ({ style }: Placeholder): boolean => !accepted.has(style) && rejects[style] !== undefined;
  return {
    query,
    options,
    tokens,
    statements: splitStatements(text, tokens),
    own: unquoted.filter(({ style }) => accepted.has(style)),
    wrong: unquoted.filter(isWrong),
    other: unquoted.filter((placeholder) => !accepted.has(placeholder.style) && !isWrong(placeholder)),
    quoted: all.filter(({ quoted }) => quoted),
    hasUnknownPart: tokens.some((token, index) => token.kind === 'hole' && holes.get(token.start) !== 'value' && !isNamePart(tokens, index, text)),
  };
}

/**
 * Whether a hole stands where only a name can: `${schema}.jobs`, `insert into ${table} (`, `update ${table} set`. A hole in a string, a
 * quoted name or a comment is no token of its own, and holds no placeholder either.
 */
function isNamePart(tokens: readonly Token[], index: number, text: string): boolean {
  const word = (at: number): string => {
    const token = tokens[at];
    return token === undefined ? '' : text.slice(token.start, token.end).toLowerCase();
  };
  if (word(index + 1) === '.' || word(index - 1) === '.') return true;
  return (word(index - 1) === 'into' && word(index + 1) === '(') || (word(index - 1) === 'update' && word(index + 1) === 'set');
}

/** Names are bound from a record; with a list they are as wrong as any foreign style. */
function acceptedStyles({ facts, named, values }: QueryText): ReadonlySet<PlaceholderStyle> {
  const isBound = facts.named?.fromList !== undefined && values.kind === 'list';
  const isRecordPossible = isBound || !['list', 'oneList', 'scalar'].includes(values.kind);
  const names = facts.named !== null && named !== 'off' && isRecordPossible ? facts.named.styles : [];
  return new Set([...facts.positional, ...names]);
}

function rejectedStyles({ facts }: QueryText): readonly PlaceholderStyle[] {
  const styles: PlaceholderStyle[] = [];
  for (const style in facts.rejects) if (isRejected(facts.rejects, style)) styles.push(style);
  return styles;
}

function isRejected(rejects: QueryText['facts']['rejects'], style: string): style is PlaceholderStyle {
  return Object.hasOwn(rejects, style);
}
