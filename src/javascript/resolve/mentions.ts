/** Which modules a text names: found without parsing it. */
import { createMemory } from './memory.js';

/** A specifier that is imported, required or exported from; also one in a comment, which does no harm. */
const MENTION = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*(['"`])([^'"`\n]+)\1/g;

/** What is remembered, in specifiers. */
const MAX_KEPT = 200_000;

const known = createMemory<{ readonly text: string; readonly specifiers: readonly string[] }>(MAX_KEPT, ({ specifiers }) => specifiers.length + 1);

/** Every specifier in the text of a file, once each, in source order. */
export function specifiersIn(file: string, text: string): readonly string[] {
  const found = known.get(file);
  if (found?.text === text) return found.specifiers;
  const specifiers = [...new Set([...text.matchAll(MENTION)].flatMap(([, , specifier]) => specifier ?? []))];
  known.set(file, { text, specifiers });
  return specifiers;
}
