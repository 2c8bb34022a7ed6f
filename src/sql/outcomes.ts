import type { Outcome } from '../facts/schema.js';

/** What an outcome's message may hold in braces; see `Outcome`. */
export interface OutcomeWords {
  readonly next?: string;
  readonly given?: number;
  readonly expected?: number;
  readonly first?: number;
  readonly missing?: number;
  readonly name?: string;
}

const fields = /\{(next|given|expected|first|missing|name)\}/g;

/** Fills in the words; a word that is not known stays as it is. */
export function filled(outcome: Outcome, words: OutcomeWords): Outcome {
  const known = new Map<string, string | number | undefined>(Object.entries(words));
  return { ...outcome, message: outcome.message.replace(fields, (field, word: string) => String(known.get(word) ?? field)) };
}
