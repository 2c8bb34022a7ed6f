/** Whether a text that code looks for is one of those that servers say. */

/** Fewer letters of a server's text say nothing: `"users"` stands in many. */
const MIN_LETTERS = 6;
/** Names and values beside the server's words: `relation "users" does not exist`. */
const MIN_SHARE = 0.6;

export interface TextMatch {
  /** How many letters are the server's own: the more, the better it fits. */
  readonly letters: number;
  /** Whether it is all of the text, from its start to its end. */
  readonly isComplete: boolean;
  /** Whether a part of it can only be a name or a value. */
  readonly fillsGaps: boolean;
}

/**
 * How pieces stand in a text that a server says, whatever it fills into `{}`; null where they do not. Enough of them must be the server's own
 * words.
 */
export function matchText(template: string, pieces: readonly string[], ignoresCase: boolean): TextMatch | null {
  const text = ignoresCase ? template.toLowerCase() : template;
  const found = pieces.map((piece) => ({ letters: lettersOf(piece), ...bestMatch(text, ignoresCase ? piece.toLowerCase() : piece) }));
  if (found.some(({ own }) => own === null)) return null;
  const isWorded = found.some(({ own, letters }) => own !== null && own >= MIN_LETTERS && own >= MIN_SHARE * letters);
  if (!isWorded) return null;
  return { letters: found.reduce((sum, { own }) => sum + (own ?? 0), 0), isComplete: found.length === 1 && found[0]?.isComplete === true, fillsGaps: found.some(({ own, letters }) => own !== letters) };
}

/** How many letters of a piece are the template's own, at the place where it fits best; null where it fits nowhere. */
function bestMatch(template: string, piece: string): { readonly own: number | null; readonly isComplete: boolean } {
  // A gap stands for any text: from there the piece may go on in the gap or behind it.
  const tokens = template.split('{}').flatMap((part, index) => (index === 0 ? [...part] : [null, ...part]));
  const anywhere = run(tokens, piece, tokens.map((_, index) => index));
  const own = anywhere.size === 0 ? null : Math.max(...anywhere.values());
  return { own, isComplete: own !== null && run(tokens, piece, [0]).has(tokens.length) };
}

/** The positions behind the piece, by where it begins, with the most letters of the template's own on the way. */
function run(tokens: readonly (string | null)[], piece: string, starts: readonly number[]): ReadonlyMap<number, number> {
  let states = beyondGaps(tokens, starts.map((position) => [position, 0]));
  for (const character of piece) {
    const next: [number, number][] = [];
    for (const [position, letters] of states) {
      const token = tokens[position];
      if (token === null) next.push([position, letters]);
      else if (token === character) next.push([position + 1, letters + lettersOf(character)]);
    }
    states = beyondGaps(tokens, next);
  }
  return states;
}

/** The states with those behind gaps that are empty, the best of each. */
function beyondGaps(tokens: readonly (string | null)[], states: readonly (readonly [number, number])[]): ReadonlyMap<number, number> {
  const best = new Map<number, number>();
  const add = (position: number, letters: number): void => {
    if (letters <= (best.get(position) ?? -1)) return;
    best.set(position, letters);
    if (tokens[position] === null) add(position + 1, letters);
  };
  for (const [position, letters] of states) add(position, letters);
  return best;
}

function lettersOf(text: string): number {
  return text.replace(/[^a-z]/gi, '').length;
}
