/** The words for errors that queries throw, and for what code asks them. */
import type { ErrorCode, ErrorFacts } from '../facts/error-schema.js';
import type { Dialect } from '../facts/schema.js';
import type { Edits, Handle, Query, Range } from './words.js';

/** An error in the hands of code that catches it, where a query of a known handle can have thrown it. */
export interface CaughtError {
  /** The handles whose queries can have thrown it: at least one. */
  readonly handles: readonly Handle[];
  readonly dialect: Dialect;
  /** What such an error looks like; it is the same for all of the handles. */
  readonly facts: ErrorFacts;
  readonly others: Others;
  /** The queries that can have thrown it, as far as they are texts of the code's own. */
  readonly queries: readonly Query[];
  /** Whether something else that the driver sends can have thrown it: what it makes of models, of calls of its query builder. */
  readonly usesModels: boolean;
  /** Messages of errors that the code itself throws there; null for one that is not written down. */
  readonly ownTexts: readonly (string | null)[];
  /** Every property that is read of it, as a path with dots: `code`, `cause.code`. */
  readonly reads: ReadonlySet<string>;
  /** All that is asked of it. */
  readonly asked: readonly Pick<ErrorTest, 'path' | 'question'>[];
}

/**
 * Who else can have thrown an error: nobody; packages and globals, whose errors have texts of their own; code of elsewhere that is not
 * awaited, so that it asks no server over a network; anyone, perhaps another database.
 */
export type Others = 'nobody' | 'packages' | 'code' | 'anyone';

/** One question that code asks an error. */
export interface ErrorTest {
  readonly kind: 'errorTest';
  readonly error: CaughtError;
  /** All of it: `err.code === '23505'`, `err.message.includes('duplicate key')`; a reading alone: `err.constraint`. */
  readonly range: Range;
  /** The path to what is asked, from the error on: `['cause', 'code']`. */
  readonly path: readonly string[];
  /** What is asked, as it is written: `err.code`. */
  readonly subject: Range;
  readonly question: ErrorQuestion;
  /** How another path of the same error is written in messages: `err.cause.code`. */
  written(path: readonly string[]): string;
  /** Reads another path: `err.code` → `err.cause?.code`. */
  readInstead(path: readonly string[]): Edits;
  /** Puts a comparison in place of the question: `err.code === '23505'`. */
  compareWith(path: readonly string[], codes: readonly ErrorCode[]): Edits;
  /** Writes another value in a comparison. */
  writeValue(value: ComparedValue, code: ErrorCode): Edits;
  /** Whether SQL text in the file raises such a code itself: `raise … using errcode = '23515'`. */
  raises(code: string): boolean;
}

export interface ComparedValue {
  readonly value: ErrorCode;
  readonly range: Range;
  /** Whether it is written right there, and not in a constant. */
  readonly isLiteral: boolean;
}

/** `=== '23505'`, `['23505', '23503'].includes(…)`, `switch`. */
export interface ValueQuestion {
  readonly by: 'value';
  readonly values: readonly ComparedValue[];
  /** `==`, which takes 23505 for '23505'. */
  readonly isLoose: boolean;
  /** `startsWith('23')`. */
  readonly isStart: boolean;
}

/** Whether the text holds something: `includes('duplicate key')`, `/unique|foreign key/i`. */
export interface TextQuestion {
  readonly by: 'text';
  /** Each the pieces that it looks for, in this order. */
  readonly alternatives: readonly (readonly string[])[];
  readonly ignoresCase: boolean;
}

export type ErrorQuestion = ValueQuestion | TextQuestion | { /** It is read, for whatever purpose. */ readonly by: 'reading' };
