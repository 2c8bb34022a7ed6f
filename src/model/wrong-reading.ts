/** Whether the outcome of a query is read as what it is not, and what was meant. */
import { drivers } from '../facts/drivers/index.js';
import type { Outcome, ReadingFacts } from '../facts/schema.js';
import type { Edits, ResultUse } from './words.js';

/** What the author took the thing for. */
export type Mistake =
  | 'notAwaited' // a promise for what it will give
  | 'resultAsRows' // a result for the list of rows
  | 'resultAsRow' // a result for one row
  | 'otherResult' // the result of one driver for that of another
  | 'rowsAsResult' // the list of rows for an object that holds it
  | 'rowsAsRow' // the list of rows for one row
  | 'rowAsRows' // one row for the list
  | 'manyResults' // the results of several statements for one result
  | 'neverFalsy'; // an object or list for something that is missing when there are no rows

export interface WrongReading {
  readonly mistake: Mistake;
  readonly outcome: Outcome;
  /** What makes it right, the likeliest first; `certain` when nothing else can be meant. */
  readonly repairs: readonly { readonly edits: Edits; readonly path: string; readonly certain: boolean }[];
}

const ARRAY_MEMBERS: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Array.prototype).filter((name) => !(name in Object.prototype)));
const NOT_AWAITED: Outcome = { message: 'a promise has no such property, so that it is undefined', silent: true, isUndefined: true };

export function wrongReading(use: ResultUse): WrongReading | null {
  const wrong = mistakeOf(use);
  if (wrong === null) return null;
  const failsNext = wrong.outcome.isUndefined === true && use.next !== null;
  const outcome = failsNext ? { message: `Cannot read properties of undefined (reading '${use.next ?? ''}')` } : wrong.outcome;
  // No way leads to rows where there are none.
  const hasNoRows = use.isAwaited && use.reading.shape === 'record' && use.reading.rows === undefined;
  return { ...wrong, repairs: hasNoRows ? [] : wrong.repairs, outcome };
}

function mistakeOf(use: ResultUse): WrongReading | null {
  if (!use.isAwaited) return { mistake: 'notAwaited', outcome: NOT_AWAITED, repairs: [{ edits: use.awaitFirst(), path: 'await', certain: false }] };
  if (use.query?.statements === 'several') return ofSeveral(use);
  if (use.access.by === 'truth') return found('neverFalsy', use.reading.falsy, [repair(use.through([...rowsPath(use), 'length']), `${written(rowsPath(use))}.length`, false)]);
  switch (use.reading.shape) {
    case 'record':
    case 'pair':
      return ofResult(use);
    case 'array':
      return ofRows(use);
    case 'row':
      return ofRow(use);
    case 'count':
      return null;
  }
}

/** The outcome of several statements at once: what one of them would give is not there. */
function ofSeveral(use: ResultUse): WrongReading | null {
  const { access, reading } = use;
  if (access.by !== 'member' && access.by !== 'record pattern') return null;
  return Object.hasOwn(use.handle.facts.members, access.name) ? found('manyResults', reading.severalStatements, []) : null;
}

/** An object, or a pair, that holds the rows. */
function ofResult(use: ResultUse): WrongReading | null {
  const { access, reading, readOn } = use;
  const rows = rowsPath(use);
  const through = (certain: boolean): WrongReading['repairs'][number] => repair(use.through(rows), written(rows), certain);
  switch (access.by) {
    case 'index':
      // `result[0].map` is a pair's way to the rows, `result[0].id` a list's way to a row.
      if (readOn === 'list') return found('resultAsRows', reading.index, [repair(use.instead(rows), written(rows), true)]);
      return found('resultAsRows', reading.index, [through(readOn === 'row')]);
    case 'iteration':
      return found('resultAsRows', reading.iterate, [through(true)]);
    case 'list pattern': {
      const asList = readOn === 'list' || (readOn === 'nothing' && access.names[0] === reading.rows);
      const whole = repair(use.instead(rows), `{ ${rows.join('.')} }`, asList);
      return found('resultAsRows', reading.iterate, readOn === 'row' ? [through(true)] : [whole]);
    }
    case 'member':
    case 'record pattern': {
      const name = access.name;
      if (isKnown(use, name)) return null;
      if (access.by === 'member' && access.called && ARRAY_MEMBERS.has(name)) return found('resultAsRows', reading.arrayMethod, [through(true)]);
      if (name === 'length') return found('resultAsRows', reading.length, [through(false)]);
      if (reading.shape === 'pair' && RESULT_MEMBERS.has(name)) return found('otherResult', reading.property, [repair(use.instead(rows), written(rows), true)]);
      const one = access.by === 'member' && !access.called ? [repair(use.through([...rows, '0']), `${written(rows)}[0]`, false)] : [];
      return found('resultAsRow', reading.property, one);
    }
    case 'truth':
      return null;
  }
}

/** A list of rows, perhaps with properties of its own besides. */
function ofRows(use: ResultUse): WrongReading | null {
  const { access, reading } = use;
  if (access.by !== 'member' && access.by !== 'record pattern') return null;
  const { name } = access;
  if (isKnown(use, name) || ARRAY_MEMBERS.has(name)) return null;
  if (RESULT_MEMBERS.has(name)) return found('rowsAsResult', reading.property, [repair(use.instead([]), '', access.by === 'member' || access.only)]);
  const counts = reading.affected !== undefined && COUNT_MEMBERS.has(name) ? [repair(use.instead([reading.affected]), `.${reading.affected}`, access.by === 'member')] : [];
  if (counts.length > 0) return found('rowsAsResult', reading.property, counts);
  if (access.by === 'member' && access.called) return null;
  return found('rowsAsRow', reading.property, access.by === 'member' ? [repair(use.through(['0']), '[0]', false)] : []);
}

/** One row: its properties are columns, so only what a list alone can do is wrong. */
function ofRow(use: ResultUse): WrongReading | null {
  const { access, reading } = use;
  switch (access.by) {
    case 'iteration':
    case 'list pattern':
      return found('rowAsRows', reading.iterate, []);
    case 'index':
      // A key that is not written down is a column's name.
      return access.index === null ? null : found('rowAsRows', reading.index, []);
    case 'member':
      if (access.called && ARRAY_MEMBERS.has(access.name)) return found('rowAsRows', reading.arrayMethod, [repair(use.ofList(), `.${access.name}`, false)]);
      if (access.name !== 'length' || mayHaveColumn(use, 'length')) return null;
      return found('rowAsRows', reading.length, [repair(use.ofList(), '.length', false)]);
    case 'record pattern':
    case 'truth':
      return null;
  }
}

/** Whether the query can give a column of that name: its text names it, or hides which columns there are. */
function mayHaveColumn({ query }: ResultUse, column: string): boolean {
  const sql = query?.sql ?? null;
  return sql === null || sql.holes.size > 0 || sql.text.includes('*') || sql.text.toLowerCase().includes(column);
}

function isKnown({ handle }: ResultUse, name: string): boolean {
  return Object.hasOwn(handle.facts.members, name) || name in Object.prototype;
}

/** Properties under which the drivers keep their rows and their counts: an author brings the habits of one to another. */
const RESULT_MEMBERS = propertiesOf(({ rows }) => rows);
const COUNT_MEMBERS = propertiesOf(({ affected }) => affected);

function propertiesOf(property: (reading: ReadingFacts) => string | undefined): ReadonlySet<string> {
  const handles = drivers.flatMap((driver) => Object.values(driver.handles));
  const names = handles.flatMap(({ reading }) => (reading === undefined ? [] : (property(reading) ?? [])));
  return new Set(names.filter((name) => !/^\d+$/.test(name)));
}

function rowsPath({ reading }: ResultUse): string[] {
  return reading.rows === undefined ? [] : [reading.rows];
}

function written(path: readonly string[]): string {
  return path.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`)).join('');
}

function repair(edits: Edits, path: string, certain: boolean): WrongReading['repairs'][number] {
  return { edits, path, certain };
}

function found(mistake: Mistake, outcome: Outcome | undefined, repairs: WrongReading['repairs']): WrongReading | null {
  return outcome === undefined ? null : { mistake, outcome, repairs: repairs.filter(({ edits }) => edits !== null) };
}
