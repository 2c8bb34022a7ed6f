/** The words for poolers between a program and its server. */
import type { PoolerFacts } from '../facts/pooler-schema.js';
import type { Outcome } from '../facts/schema.js';
import type { Edits, Range } from './words.js';

/** A pooler between a program and its server that gives each transaction another connection. */
export interface Pooler {
  readonly facts: PoolerFacts;
  /**
   * How it is known: by an address in the program, which may stand in another file (`src/db.js:3`), by one in an environment file, which is never
   * to be repeated, or because the user says so.
   */
  readonly known: { readonly by: 'address'; readonly elsewhere: string | null } | { readonly by: 'environment'; readonly variable: string; readonly file: string } | { readonly by: 'settings' };
  /** Whether the user says so, too. */
  readonly isDeclared: boolean;
}

/** Texts that are prepared under names, though nobody asks for it. */
export interface Preparing {
  /** The value of the option that turns it off, or where there is none, what says the address. */
  readonly range: Range;
  /** The option as it is to be written: `prepare: false`. */
  readonly option: string;
  /** What was seen behind a transaction pooler. */
  readonly outcome: Outcome;
  turnOff(): Edits;
}

/** A parameter that the server gets when a connection starts: `statement_timeout`. */
export interface StartupParameter {
  readonly name: string;
  /** The option that sets it, or what says the address where it is sent unasked. */
  readonly range: Range;
  /** What was seen where a pooler did not know it. */
  readonly outcome: Outcome;
  /** The options that keep it, and others of its kind, from being sent; null where leaving its own out does. */
  readonly switchedOffBy: string | null;
  /** Writes these. */
  switchOff(): Edits;
}
