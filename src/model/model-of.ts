import type { Rule } from 'eslint';
import { logFailure } from '../failures.js';
import { readers } from './readers.js';
import type { Model } from './words.js';

/** One model per tree. Keyed by the tree: oxlint gives the same `sourceCode` object for every file. */
const models = new WeakMap<object, Model | null>();

/**
 * What the linted file does to databases; made when the first rule asks, shared by all. Null when no reader knows the
 * file's language or the file holds no database code. Never throws.
 */
export function modelOf(context: Rule.RuleContext): Model | null {
  const key: unknown = context.sourceCode.ast;
  if (typeof key !== 'object' || key === null) return null;
  const known = models.get(key);
  if (known !== undefined) return known;
  const model = read(context);
  models.set(key, model);
  return model;
}

function read(context: Rule.RuleContext): Model | null {
  const reader = readers.find((candidate) => candidate.canRead(context));
  if (reader === undefined) return null;
  try {
    return reader.read(context);
  } catch (error) {
    logFailure(`reader ${reader.language}`, context.filename, error);
    return null;
  }
}
