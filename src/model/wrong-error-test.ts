/** Whether what code asks an error can be answered, and what to ask instead. */
import { codeProperties, constraintProperties } from '../facts/error-places.js';
import type { CodePlace, ErrorCode, OwnText } from '../facts/error-schema.js';
import { describeEffects } from '../sql/statements.js';
import { codesAt, codesIn, isClass, isCode, meaningOf, nameOf, nearestSqlstates, saidErrors, type Meaning, type Said } from './error-meanings.js';
import type { CaughtError, ComparedValue, ErrorTest, TextQuestion, ValueQuestion } from './error-words.js';
import { listed, shortened } from './phrases.js';
import type { Edits, Range } from './words.js';

export type ErrorMistake =
  | 'serverText' // the server's words, where its code stands beside them
  | 'absentText' // the server's words, where the driver says something else
  | 'absentCode' // a code in a text that has none
  | 'codeElsewhere' // a code where this driver puts nothing, or codes of its own
  | 'constraintElsewhere' // the name of a constraint where this driver puts nothing
  | 'unknownCode' // a code that the server does not have
  | 'wrongType' // a number for a text, or a text for a number
  | 'foreignCode'; // a code of another kind of server or driver

/** Where the answer stands, and which one it is: no code for the name of a constraint, no name where a code has none. */
export interface Meant {
  readonly path: readonly string[];
  readonly code: ErrorCode | null;
  readonly name: string | null;
}

export interface WrongErrorTest {
  readonly mistake: ErrorMistake;
  readonly range: Range;
  /** What was asked for: a code or a text, as it is written. */
  readonly asked: string;
  readonly meant: readonly Meant[];
  /** What stands where it was asked for; null for nothing. */
  readonly instead: string | null;
  /** Whether what is meant has a code that it shares with other errors. */
  readonly isShared: boolean;
  readonly repairs: readonly { readonly edits: Edits; readonly way: 'read' | 'compare' | 'write'; readonly meant: readonly Meant[] }[];
}

/** A question that fits more kinds of errors than that is not about one of them. */
const MAX_KINDS = 8;
/** A comparison with more codes than that is not offered. */
const MAX_CODES = 3;

export function wrongErrorTest(test: ErrorTest): WrongErrorTest[] {
  const { question } = test;
  switch (question.by) {
    case 'reading':
      return ofReading(test);
    case 'value':
      return ofValues(test, question);
    case 'text':
      return ofText(test, question);
  }
}

/** A code as it is written in JavaScript. */
export function written(code: ErrorCode): string {
  return typeof code === 'number' ? String(code) : `'${code}'`;
}

/** Whether nobody else can have thrown the error but those whose errors have no such codes. On SQLite nothing needs to be awaited. */
function isCertain({ others, dialect }: CaughtError): boolean {
  return others !== 'anyone' && (dialect !== 'sqlite' || others !== 'code');
}

/** Code that reads the right place, or goes on its way to it, knows where that is; `asked` itself may lie on that way. */
function isReadToo({ reads }: CaughtError, path: readonly string[], asked: readonly string[]): boolean {
  return reads.has(path.join('.')) || (path.length > 1 && asked[0] !== path[0] && reads.has(path[0] ?? ''));
}

function ofReading(test: ErrorTest): WrongErrorTest[] {
  const { error, path } = test;
  const { constraint = [] } = error.facts;
  const [right] = constraint;
  if (right === undefined || !isCertain(error) || !constraintProperties.has(path.at(-1) ?? '') || !isFor(path, right)) return [];
  if (constraint.some((place) => isSame(place, path) || isReadToo(error, place, path))) return [];
  const meant = [{ path: right, code: null, name: null }];
  return [{ mistake: 'constraintElsewhere', range: test.subject, asked: '', meant, instead: null, isShared: false, repairs: [{ edits: test.readInstead(right), way: 'read', meant }] }];
}

function ofValues(test: ErrorTest, { values, isStart, isLoose }: ValueQuestion): WrongErrorTest[] {
  if (!codeProperties.has(test.path.at(-1) ?? '') || !isCertain(test.error)) return [];
  const [misplaced] = values.flatMap(({ value }) => misplacedCode(test, value, isStart));
  if (misplaced !== undefined) return [misplaced];
  return isStart ? [] : values.flatMap((value) => impossibleValue(test, value, isLoose));
}

/** A code of the server, or the beginning of some, where this driver has none, or others. */
function misplacedCode(test: ErrorTest, value: ErrorCode, isStart: boolean): WrongErrorTest[] {
  const { error, path } = test;
  const { codes, occupied } = error.facts;
  const isThere = codes.some((place) => isSame(place.path, path) && (isStart || !leavesOut(place, value)));
  if (isThere || !(isStart ? isClass(value) : isCode(value))) return [];
  const place = isStart ? codes[0] : codes.find((candidate) => holds(candidate, value));
  if (place === undefined || !isFor(path, place.path) || isReadToo(error, place.path, path)) return [];
  const found = isStart ? [value] : codesAt(place, value);
  const meant = found.map((code) => meantAt(place, code));
  const isSameCode = found[0] === value;
  const edits = isSameCode ? test.readInstead(place.path) : test.compareWith(place.path, found);
  const instead = occupied?.[path.join('.')] ?? null;
  return [{ mistake: 'codeElsewhere', range: test.subject, asked: written(value), meant, instead, isShared: false, repairs: [{ edits, way: isSameCode ? 'read' : 'compare', meant }] }];
}

/** Whether a place has a code for what a value stands for. */
function holds(place: CodePlace, value: ErrorCode): boolean {
  return codesAt(place, value).length > 0 && !leavesOut(place, value);
}

/** Whether the driver puts the code for what a value stands for somewhere else. */
function leavesOut(place: CodePlace, value: ErrorCode): boolean {
  return codesAt(place, value).some((code) => (place.only !== undefined && !place.only.includes(code)) || place.except?.includes(code) === true);
}

/** A value that the right place never has. */
function impossibleValue(test: ErrorTest, compared: ComparedValue, isLoose: boolean): WrongErrorTest[] {
  const { error, path } = test;
  const { value, range } = compared;
  const place = error.facts.codes.find((candidate) => isSame(candidate.path, path));
  if (place === undefined) return [];
  const codes = codesAt(place, value);
  const twin = codes.find((code) => String(code) === String(value));
  const near = place.system === 'sqlstate' && typeof value === 'string' && codes.length === 0 && !test.raises(value) ? nearestSqlstates(value) : [];
  const right = twin === undefined ? [...codes, ...near] : [twin];
  if (right.length === 0 || twin === value || (isLoose && twin !== undefined) || isAskedRightly(error, right)) return [];
  // Numbers of other services look like some SQLSTATEs, too: 40001.
  if (typeof value === 'number' && place.system === 'sqlstate' && error.others !== 'nobody' && !/^(?:23|42)/.test(String(value))) return [];
  const isShared = place.system.includes('primary') && twin === undefined;
  const mistake = twin !== undefined ? 'wrongType' : near.length > 0 ? 'unknownCode' : 'foreignCode';
  const meant = right.map((code) => meantAt(place, code));
  const offered = isShared || right.length > MAX_CODES ? [] : meant;
  const repairs = offered.flatMap((one) => (one.code === null ? [] : [{ edits: test.writeValue(compared, one.code), way: 'write', meant: [one] } as const]));
  return [{ mistake, range, asked: written(value), meant, instead: null, isShared, repairs }];
}

/** A text of the server, where its code can be asked for; a text or a code that is never there. */
function ofText(test: ErrorTest, question: TextQuestion): WrongErrorTest[] {
  const { error, path } = test;
  const place = error.facts.texts.find((candidate) => isSame(candidate.path, path));
  const pieces = question.alternatives.flat();
  if (place === undefined || pieces.length === 0) return [];
  const codes = pieces.flatMap((piece) => (isCode(piece) ? (meaningOf(piece) ?? []) : []));
  if (codes.length === pieces.length) return place.holdsCode === true || !isCertain(error) ? [] : textMistake(test, question, 'absentCode', { errors: codes, isWhole: true }, null);
  const said = saidErrors(error.dialect, question);
  if (said === null || said.errors.length > MAX_KINDS || (!said.isTelling && !isOnlyServers(error, said))) return [];
  if (error.ownTexts.some((text) => pieces.some((piece) => text?.toLowerCase().includes(piece.toLowerCase()) === true))) return [];
  const own = said.errors.map((meaning) => ownText(place.own ?? [], meaning));
  const [first] = own;
  if (own.every((text) => text === null)) return textMistake(test, question, 'serverText', said, null);
  return own.every((text) => text !== null) && isCertain(error) ? textMistake(test, question, 'absentText', said, first ?? null) : [];
}

/** Whether nobody but the server can have said a text that others say, too: no routine of the database, which raises errors in words of its own. */
function isOnlyServers({ others, ownTexts, queries, usesModels, dialect }: CaughtError, { errors }: Said): boolean {
  if (others !== 'nobody' || ownTexts.includes(null)) return false;
  const effects = queries.map(({ sql }) => (sql === null ? null : describeEffects(sql.text, { dialect, styles: [], holes: new Set(sql.holes.keys()) })));
  if (effects.some((effect) => effect?.callsRoutine === true)) return false;
  // That something exists already is an answer to statements that make it.
  const isMaking = usesModels || effects.length === 0 || effects.some((effect) => effect === null || effect.changesSchema);
  return isMaking || errors.some(({ isOfMaking }) => !isOfMaking);
}

/** `isWhole`: nothing is asked beyond what a code says. */
function textMistake(test: ErrorTest, { alternatives }: TextQuestion, mistake: ErrorMistake, { errors, isWhole }: Pick<Said, 'errors' | 'isWhole'>, instead: string | null): WrongErrorTest[] {
  const { error, path } = test;
  const meant = errors.flatMap((meaning) => meantBy(error, meaning, path));
  const [first] = meant;
  const codes = meant.flatMap(({ code }) => code ?? []);
  if (first === undefined || isAskedRightly(error, codes) || meant.some((one) => one.path.length > 1 && isReadToo(error, one.path, path))) return [];
  const isShort = isWhole && codes.length <= MAX_CODES && meant.every((one) => isSame(one.path, first.path));
  const asked = listed(alternatives.map((pieces) => written(shortened(pieces.join('…')))));
  return [{ mistake, range: test.range, asked, meant, instead, isShared: false, repairs: [{ edits: isShort ? test.compareWith(first.path, codes) : null, way: 'compare', meant }] }];
}

/** What a driver says itself about an error. */
function ownText(texts: readonly OwnText[], { codes }: Meaning): string | null {
  return texts.find(({ only }) => only === undefined || only.some((code) => codes.includes(code)))?.text ?? null;
}

/** Where this driver has the codes of an error, beside the text if it can be; none where it has one that stands for others, too. */
function meantBy({ facts }: CaughtError, { codes }: Meaning, text: readonly string[]): Meant[] {
  const places = facts.codes.filter((candidate) => codesIn(candidate, codes).some((code) => !leavesOut(candidate, code)));
  const place = places.find((candidate) => isBeside(candidate.path, text)) ?? places[0];
  return place === undefined || place.system.includes('primary') ? [] : codesIn(place, codes).map((code) => meantAt(place, code));
}

function meantAt(place: CodePlace, code: ErrorCode): Meant {
  return { path: place.path, code, name: place.system === 'sqlstate' ? nameOf(code) : null };
}

/** Whether one of these codes is also asked for where it stands. */
function isAskedRightly({ facts, asked }: CaughtError, codes: readonly ErrorCode[]): boolean {
  return asked.some(({ path, question }) => {
    if (question.by !== 'value' || question.isStart) return false;
    const places = facts.codes.filter((place) => isSame(place.path, path));
    return question.values.some(({ value }) => codes.some((code) => code === value && places.some((place) => codesAt(place, value).includes(value))));
  });
}

/** A path that is meant for the right one: on the error itself, or beside the right place. */
function isFor(path: readonly string[], right: readonly string[]): boolean {
  return path.length === 1 || isBeside(path, right);
}

function isBeside(left: readonly string[], right: readonly string[]): boolean {
  return isSame(left.slice(0, -1), right.slice(0, -1));
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((step, index) => step === right[index]);
}
