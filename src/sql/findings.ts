/**
 * What is wrong with the placeholders of one SQL text, given what the driver accepts and which values are passed.
 * Pure text in, findings out; offsets are UTF-16 offsets into the text.
 */
import type { Dialect, Outcome, PlaceholderFacts, PlaceholderStyle } from '../facts/schema.js';
import type { Placeholder } from './placeholders.js';
import type { RewritePlan } from './rewrite.js';
import type { ValuesShape } from './values.js';

export type { ValuesShape } from './values.js';

/** What stands in a hole of a template: a value that is bound, or text that the driver splices in. */
export type HoleRole = 'value' | 'fragment' | 'unknown';

export interface QueryText {
  readonly text: string;
  readonly dialect: Dialect;
  /** Offset of each hole (`${…}`, an unknown part of a concatenation) and its role. One character of `text` each. */
  readonly holes: ReadonlyMap<number, HoleRole>;
  readonly facts: PlaceholderFacts;
  readonly values: ValuesShape;
  /** Whether named placeholders are switched on: by default, by an option, or not known. */
  readonly named: 'on' | 'off' | 'unknown';
}

interface At {
  /** Where in the text the finding lies. */
  readonly start: number;
  readonly end: number;
  /** What happens, with `{next}`, `{given}` and `{expected}` filled in. */
  readonly outcome: Outcome;
}

export type PlaceholderFinding =
  /** Placeholders of a style the driver does not know; the range is the first one, `placeholders` are all of them. */
  | (At & { readonly kind: 'foreign'; readonly style: PlaceholderStyle; readonly placeholders: readonly Placeholder[]; readonly plan: RewritePlan })
  /** `$1` written by hand in a template tag. `besideHoles`: it silently takes the value of a `${}`. */
  | (At & { readonly kind: 'handWritten'; readonly placeholder: Placeholder; readonly besideHoles: boolean })
  /** A placeholder in quotes that the values prove to be meant as one. */
  | (At & { readonly kind: 'quoted'; readonly placeholder: Placeholder; readonly plan: RewritePlan })
  /** A hole inside '…' or "…" of a template tag; the range is the first hole in it, `literal` the whole token. `movable`: a bound value can stand in its place (not after a type name: `interval '…'`, not with a prefix: `E'…'`). */
  | (At & { readonly kind: 'quotedHole'; readonly literal: { readonly start: number; readonly end: number }; readonly identifier: boolean; readonly movable: boolean })
  | (At & { readonly kind: 'tooFew' | 'tooMany' | 'unused' | 'none'; readonly expected: number; readonly given: number })
  | (At & { readonly kind: 'gap'; readonly missing: number })
  | (At & { readonly kind: 'zero' })
  /** A record or scalar where a list is needed; several arguments where one list is needed. */
  | (At & { readonly kind: 'notAList' | 'spread' })
  /** One list where each value should be an argument of its own. */
  | (At & { readonly kind: 'oneList' })
  | (At & { readonly kind: 'missingName'; readonly name: string });
