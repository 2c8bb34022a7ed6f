/** What plain objects and lists of a result give when they are read as something else. Seen with each driver that names them. */
import type { Outcome, ReadingFacts } from './schema.js';

const isUndefined: Outcome = { message: 'it is undefined', silent: true };
const notIterable: Outcome = { message: '{name} is not iterable' };
const noMethod: Outcome = { message: '{name} is not a function' };
const neverFalsy: Outcome = { message: 'it is never falsy, also when nothing was found', silent: true };

/** An object with the rows under `rows`. */
export const recordWithRows: ReadingFacts = {
  shape: 'record',
  rows: 'rows',
  affected: 'rowCount',
  index: isUndefined,
  iterate: notIterable,
  arrayMethod: noMethod,
  length: isUndefined,
  property: isUndefined,
  falsy: neverFalsy,
};

/** A list of rows. */
export const listOfRows: ReadingFacts = { shape: 'array', property: isUndefined, falsy: neverFalsy };

/** One row, whose keys are the columns; null or undefined in its place where there may be none. */
export const oneRow: ReadingFacts = { shape: 'row', index: isUndefined, iterate: notIterable, arrayMethod: noMethod };
