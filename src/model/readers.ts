import type { Rule } from 'eslint';
import type { Language } from '../facts/schema.js';
import { javascriptReader } from '../javascript/reader/reader.js';
import type { Model } from './words.js';

/** Fills the model from one language. */
export interface Reader {
  readonly language: Language | 'toy';
  /** Whether the file is of this language: asked of every linted file, so it must be cheap. */
  canRead(context: Rule.RuleContext): boolean;
  /** The model, or null when the file holds no database code. */
  read(context: Rule.RuleContext): Model | null;
}

/** Tried in order. */
export const readers: readonly Reader[] = [javascriptReader];
