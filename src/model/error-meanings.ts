/** What codes and texts of servers stand for, whatever vocabulary they belong to. */
import type { CodePlace, ErrorCode, ServerError } from '../facts/error-schema.js';
import type { Dialect } from '../facts/schema.js';
import { serverErrors, tellingWords, textsWithoutCode } from '../facts/server-errors.js';
import { sqlstates } from '../facts/sqlstates.js';
import type { TextQuestion } from './error-words.js';
import { matchText, type TextMatch } from './server-texts.js';

/** What a code stands for: its name, and all codes for it. */
export interface Meaning {
  readonly name: string;
  readonly codes: readonly ErrorCode[];
  /** Whether only statements that make something are answered with it. */
  readonly isOfMaking: boolean;
}

const toMeaning = ({ name, codes, isOfMaking }: ServerError): Meaning => ({ name, codes: Object.values(codes).flat(), isOfMaking: isOfMaking === true });

/** Null for what is no code of any server. The text of a number is taken for the number, and the other way round. */
export function meaningOf(code: ErrorCode): Meaning | null {
  const error = errorOf(code);
  if (error !== undefined) return toMeaning(error);
  const name = sqlstates.get(String(code));
  return name === undefined ? null : { name, codes: [String(code)], isOfMaking: false };
}

/** A primary code of SQLite stands for many errors: of it, what is said about all of them. */
function errorOf(code: ErrorCode): ServerError | undefined {
  const fits = serverErrors.filter(({ codes }) => Object.values(codes).flat().some((known) => isEqual(known, code)));
  return fits.find(({ codes }) => codes.sqlstate === undefined && [codes['sqlite-primary-name'], codes['sqlite-primary-number']].flat().some((known) => isEqual(known, code))) ?? fits[0];
}

function isEqual(known: ErrorCode | undefined, code: ErrorCode): boolean {
  return String(known) === String(code);
}

/** Whether a value is a code of some server: no word of Node's, and no number that means nothing. */
export function isCode(value: ErrorCode): boolean {
  return meaningOf(value) !== null;
}

/** PostgreSQL's name for a SQLSTATE; null for other codes. */
export function nameOf(code: ErrorCode): string | null {
  return sqlstates.get(String(code)) ?? null;
}

/** The beginning of SQLSTATEs: '23', '42P'. */
export function isClass(value: ErrorCode): boolean {
  return typeof value === 'string' && value.length >= 2 && value.length < 5 && [...sqlstates.keys()].some((code) => code.startsWith(value));
}

/** The codes that a place has for what a value stands for; none where it has none. */
export function codesAt({ system }: CodePlace, value: ErrorCode): readonly ErrorCode[] {
  const error = errorOf(value);
  if (error === undefined) return system === 'sqlstate' && sqlstates.has(String(value)) ? [String(value)] : [];
  const codes = error.codes[system] ?? [];
  // One of several codes for the same thing is that one, also in the server's other vocabulary.
  for (const [other, known = []] of Object.entries(error.codes)) {
    const index = known.findIndex((code) => isEqual(code, value));
    const twin = codes[index];
    if (twin !== undefined && known.length === codes.length && other.split('-')[0] === system.split('-')[0]) return [twin];
  }
  return codes;
}

/** All of these codes that belong to the vocabulary of a place. */
export function codesIn(place: CodePlace, codes: readonly ErrorCode[]): readonly ErrorCode[] {
  return codes.filter((code) => codesAt(place, code).includes(code));
}

/** What can be meant by a code that the server does not have: one digit is another one, or two have changed places. At most three. */
export function nearestSqlstates(value: string): readonly string[] {
  const upper = value.toUpperCase();
  if (upper !== value && sqlstates.has(upper)) return [upper];
  // Letters belong to other servers of the same protocol, and to codes of later versions.
  if (!/^\d{5}$/.test(value) || !isClass(value.slice(0, 2)) || sqlstates.has(value)) return [];
  const near = [...sqlstates.keys()].filter((code) => code.startsWith(value.slice(0, 2)) && isNear(code, value));
  const common = near.filter((code) => errorOf(code) !== undefined);
  return (common.length > 0 ? common : near).slice(0, 3);
}

function isNear(code: string, value: string): boolean {
  const different = [...code].flatMap((character, index) => (character === value[index] ? [] : [index]));
  const [first = 0, second] = different;
  if (second === undefined) return true;
  return different.length === 2 && second === first + 1 && code[first] === value[second] && code[second] === value[first];
}

/** What a server can mean that says a text. */
export interface Said {
  readonly errors: readonly Meaning[];
  /** Whether no one but a database says it. */
  readonly isTelling: boolean;
  /** Whether it holds nothing but words of the server: no names and no values, which the code does not tell. */
  readonly isWhole: boolean;
}

/** Null for a text that is none of the server's, or that drivers say, too, without a code. */
export function saidErrors(dialect: Dialect, { alternatives, ignoresCase }: TextQuestion): Said | null {
  const matches = alternatives.map((pieces) => matchesOf(dialect, pieces, ignoresCase));
  if (matches.length === 0 || matches.some((found) => found.length === 0)) return null;
  if (alternatives.some((pieces) => textsWithoutCode[dialect]?.some((text) => matchText(text, pieces, ignoresCase) !== null) === true)) return null;
  const isTelling = alternatives.every((pieces) => tellingWords.some((words) => pieces.join(' ').toLowerCase().includes(words)));
  return { errors: [...new Set(matches.flat().map(({ error }) => error))].map(toMeaning), isTelling, isWhole: matches.flat().every(({ match }) => !match.fillsGaps) };
}

/** The errors whose text can hold the pieces: those that it fits best, and where one is a whole text, only that. */
function matchesOf(dialect: Dialect, pieces: readonly string[], ignoresCase: boolean): { readonly error: ServerError; readonly match: TextMatch }[] {
  const found = serverErrors.flatMap((error) => (error.texts[dialect] ?? []).flatMap((text) => matchText(text, pieces, ignoresCase) ?? []).map((match) => ({ error, match })));
  const complete = found.filter(({ match }) => match.isComplete);
  const most = Math.max(...found.map(({ match }) => match.letters));
  return complete.length > 0 ? complete : found.filter(({ match }) => match.letters === most);
}
