import type { Dialect, PlaceholderFacts } from '../../src/facts/schema.js';
import pg from '../../src/facts/drivers/pg.js';
import { placeholderFindings } from '../../src/sql/find-findings.js';
import type { HoleRole, PlaceholderFinding, QueryText, ValuesShape } from '../../src/sql/findings.js';
import { applyEdits } from '../../src/sql/rewrite.js';

/** Holes in the tests' texts, by their role. Any character may stand for a hole. */
const holeRoles: Readonly<Record<string, HoleRole>> = { '◆': 'value', '◇': 'fragment', '○': 'unknown' };

export const list = (length: number, pure?: boolean): ValuesShape => ({ kind: 'list', length, ...(pure !== undefined && { pure }) });
export const record = (...keys: readonly string[]): ValuesShape => ({ kind: 'record', keys, closed: true, pure: true });
export const absent: ValuesShape = { kind: 'absent' };
export const unknown: ValuesShape = { kind: 'unknown' };
export const scalar: ValuesShape = { kind: 'scalar' };
export const inTag: ValuesShape = { kind: 'holes' };

const server = pg.placeholders['server'];
if (server === undefined) throw new Error('the pg driver has no facts of its placeholders');
const pgFacts: PlaceholderFacts = server;

/** A tag that binds its holes, after postgres.js. */
export const tagFacts: PlaceholderFacts = {
  ...pgFacts,
  positional: [],
  handWritten: { code: '08P01', message: 'bind message supplies {given} parameters, but prepared statement "" requires {expected}' },
  handWrittenBesideHoles: { message: 'it takes the value of the first hole', silent: true },
  holeInString: { code: '42P18', message: 'could not determine data type of parameter ${missing}' },
  holeInIdentifier: { code: '42703', message: 'column "${first}" does not exist' },
};

/** A client-side formatter, after mysql2's query(). */
export const formatterFacts: PlaceholderFacts = {
  positional: ['qmark', 'qmark-ident'],
  named: { styles: ['colon-name'], option: 'namedPlaceholders', missing: { message: 'it becomes NULL', silent: true } },
  rejects: { 'dollar-number': { code: 'ER_BAD_FIELD_ERROR', message: "Unknown column '$1' in 'where clause'" }, 'percent-s': { code: 'ER_PARSE_ERROR', message: 'You have an error in your SQL syntax' }, 'colon-name': { code: 'ER_PARSE_ERROR', message: 'You have an error in your SQL syntax' } },
  insideStrings: true,
  quoted: { message: 'it is replaced there too', silent: true },
  tooFew: { code: 'ER_PARSE_ERROR', message: 'You have an error in your SQL syntax' },
  none: { code: 'ER_PARSE_ERROR', message: 'You have an error in your SQL syntax' },
  tooMany: null,
  unused: null,
  notAList: null,
};

/** The server's own placeholders, after mysql2's execute(). */
export const mysqlFacts: PlaceholderFacts = {
  positional: ['qmark'],
  named: null,
  rejects: formatterFacts.rejects,
  quoted: { message: 'it is a text', silent: true },
  tooFew: { code: 'ER_WRONG_ARGUMENTS', message: 'Incorrect arguments to mysqld_stmt_execute' },
  none: { code: 'ER_WRONG_ARGUMENTS', message: 'Incorrect arguments to mysqld_stmt_execute' },
  tooMany: { message: 'rows are missing', silent: true },
  unused: null,
  notAList: null,
};

/** After better-sqlite3. */
export const sqliteFacts: PlaceholderFacts = {
  positional: ['qmark'],
  named: { styles: ['colon-name', 'at-name', 'dollar-name'], missing: { message: 'Missing named parameter "{name}"' }, none: { message: 'Missing named parameters' } },
  rejects: { 'dollar-number': { message: 'Too many parameter values were provided' }, 'percent-s': { message: 'near "%": syntax error' }, 'colon-name': { message: 'Too many parameter values were provided' } },
  quoted: { message: 'Too many parameter values were provided' },
  tooFew: { message: 'Too few parameter values were provided' },
  none: { message: 'Too few parameter values were provided' },
  tooMany: { message: 'Too many parameter values were provided' },
  unused: { message: 'Too many parameter values were provided' },
  notAList: { message: 'Too few parameter values were provided' },
};

export interface Situation {
  readonly facts?: PlaceholderFacts;
  readonly dialect?: Dialect;
  readonly named?: QueryText['named'];
}

/** The findings of a text in which `«…»` may mark a range and `◆`, `◇`, `○` stand for holes. */
export function findingsOf(marked: string, values: ValuesShape, { facts = pgFacts, dialect = 'postgres', named = 'off' }: Situation = {}): readonly PlaceholderFinding[] {
  const text = unmarked(marked);
  const holes = new Map([...text.matchAll(/[◆◇○]/gu)].map((match) => [match.index, holeRoles[match[0]] ?? 'unknown']));
  return placeholderFindings({ text, dialect, holes, facts, values, named });
}

export function unmarked(text: string): string {
  return text.replace(/[«»]/g, '');
}

/** The same text with the ranges of the findings marked. */
export function markedBy(text: string, findings: readonly PlaceholderFinding[]): string {
  const marks = findings.map(({ start, end }) => ({ start, end, text: `«${text.slice(start, end)}»` }));
  return applyEdits(text, marks);
}

/** What happens, as one line: the code, if there is one, and the message. */
export function said({ outcome: { code, message } }: PlaceholderFinding): string {
  return code === undefined ? message : `${code} ${message}`;
}

/** The verdict of a finding's plan and the text that it makes. */
export function planned(text: string, finding: PlaceholderFinding): string | null {
  if (!('plan' in finding)) return null;
  const { verdict, edits } = finding.plan;
  return edits.length === 0 ? verdict : `${verdict}: ${applyEdits(text, edits)}`;
}
