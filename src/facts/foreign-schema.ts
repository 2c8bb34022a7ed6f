/** The words for habits of other drivers in driver facts: what this one does not know, and what was seen when it was written. */
import type { Outcome } from './placeholder-schema.js';

/** A method that this handle has not and another driver's has. Calling it fails as calling any method that is not there. */
export type ForeignMember =
  /** `of`: whose it is, in the reader's words: "mysql2". `rename`: the method that does the same here with the same arguments. */
  | { readonly of: string; readonly rename: string }
  /** `instead`: what to write here, as the end of a sentence that begins with "Write". */
  | { readonly of: string; readonly instead: string };

/** Another way of using it that another driver knows. */
export interface ForeignForm {
  readonly outcome: Outcome;
  /** What to write here, as the end of a sentence that begins with "Write". */
  readonly instead: string;
}

/** By member; the empty string stands for the handle itself. */
export type ForeignForms = Readonly<Record<string, ForeignForm>>;

export interface ForeignFacts {
  readonly members?: Readonly<Record<string, ForeignMember>>;
  /** A template behind what is no tag: pool.query`…`. */
  readonly tagged?: ForeignForms;
  /** Text passed to what is only a template tag: `sql('select …')`. */
  readonly called?: ForeignForms;
  /** A config object whose text stands under the key of another driver: `{ sql }` for `{ text }`. `key`: the right one. */
  readonly keys?: Readonly<Record<string, ForeignForm & { readonly foreign: readonly string[]; readonly key: string }>>;
  /** `await` of what is no promise, although it could be taken for one. */
  readonly awaited?: ForeignForm;
  /** `await` of a call that has a callback and so gives nothing. */
  readonly awaitedWithCallback?: ForeignForms;
  /** A cursor or stream passed where only one connection can read it. */
  readonly submitted?: ForeignForms;
}
