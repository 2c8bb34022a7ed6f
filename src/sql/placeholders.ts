import type { Dialect, PlaceholderStyle } from '../facts/schema.js';
import type { Token } from './lex.js';

/** A placeholder, or a whole string literal that looks like one (`quoted`). */
export interface Placeholder extends Token {
  readonly style: PlaceholderStyle;
  readonly quoted?: boolean;
}
export type { Dialect };
