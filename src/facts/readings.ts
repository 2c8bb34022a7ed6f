/** What plain objects and lists of a result give when they are read as something else. Seen with each driver that names them. */
import type { Outcome, ReadingFacts } from './schema.js';

const isUndefined: Outcome = { message: 'it is undefined', silent: true, isUndefined: true };
const notIterable: Outcome = { message: 'it is not iterable', inWords: true };
const noMethod: Outcome = { message: 'it has no such method', inWords: true };
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
export const oneRow: ReadingFacts = { shape: 'row', index: isUndefined, length: isUndefined, iterate: notIterable, arrayMethod: noMethod };

/** One row that may also be a list or a single value, by an option that is set elsewhere: nothing about it is certain. */
export const rowOfAnyShape: ReadingFacts = { shape: 'row' };

/** What a statement that writes gives in SQLite's drivers: numbers, no rows. */
export const recordOfChanges: ReadingFacts = {
  shape: 'record',
  affected: 'changes',
  index: isUndefined,
  iterate: notIterable,
  arrayMethod: noMethod,
  length: isUndefined,
  property: isUndefined,
  falsy: { message: 'it is never falsy, also when nothing was changed', silent: true },
};

/** A list of two: the rows, and what describes them. */
export const pairOfRows: ReadingFacts = {
  shape: 'pair',
  rows: '0',
  arrayMethod: { message: 'it goes over the rows and what describes them, and not over each row', silent: true },
  length: { message: 'it is 2, however many rows there are', silent: true },
  property: isUndefined,
  falsy: neverFalsy,
};
