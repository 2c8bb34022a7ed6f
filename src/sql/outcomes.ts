import type { Outcome, PlaceholderFacts } from '../facts/schema.js';
import type { ValuesShape } from './values.js';

/** What an outcome's message may hold in braces; see `Outcome`. */
export interface OutcomeWords {
  readonly next?: string;
  /** A number, or `…` where it is not known. */
  readonly given?: number | string;
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

/** What happens to values that are no list where one is needed; null where the driver takes them. */
export function shapeOutcome(facts: PlaceholderFacts, { kind }: ValuesShape): Outcome | null {
  switch (kind) {
    case 'record':
      return facts.notAList;
    case 'oneList':
      return facts.asList ?? null;
    case 'scalar':
      return facts.scalar === undefined ? facts.notAList : facts.scalar;
    case 'spread':
      return facts.severalArguments ?? (facts.scalar === undefined ? facts.notAList : facts.scalar);
    default:
      return null;
  }
}
