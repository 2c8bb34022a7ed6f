/** The word for what is written for another driver. */
import type { Outcome } from '../facts/schema.js';
import type { Edits, Handle, Range } from './words.js';

/** A way of using a handle that another driver knows and this one does not. */
export interface ForeignUse {
  readonly kind: 'foreign use';
  /**
   * `member`: a method that it has not; `tag`: a template behind what is no tag; `call`: text passed to what is only a tag; `key`: the
   * text under another key of a config object; `await`: of what is no promise; `callback`: `await` of a call with one; `cursor`: one
   * that is passed to a pool.
   */
  readonly form: 'member' | 'tag' | 'call' | 'key' | 'await' | 'callback' | 'cursor';
  /** The smallest text that shows it. */
  readonly range: Range;
  /** What is used, as it is written: `pool.execute`. */
  readonly source: string;
  /** The name that is foreign, or the method that is used in a foreign way; the empty string for the handle itself. */
  readonly name: string;
  readonly handle: Handle;
  /** Whose habit it is, in words; null where that is not one driver's. */
  readonly of: string | null;
  readonly outcome: Outcome;
  /** What to write here: the end of a sentence that begins with "Write". */
  readonly instead: string;
  /** The name to write in place of the foreign one, where nothing else changes; null where more must be written anew. */
  readonly rename: { readonly name: string; readonly edits: Edits } | null;
}
