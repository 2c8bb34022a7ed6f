/** "Did you mean": the one of several words that somebody most likely wanted to write. */

/** Null when none is close. Case counts for nothing; of two that are equally close, the first. */
export function similarTo(word: string, words: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Infinity;
  for (const candidate of words) {
    const distance = distanceBetween(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  // A third of the letters may be wrong; in short words, one.
  return best !== null && least <= Math.max(1, Math.floor(Math.max(word.length, best.length) / 3)) ? best : null;
}

/** Letters to insert, leave out, change or swap with their neighbour. */
function distanceBetween(left: string, right: string): number {
  // Nobody misspells a word into one that is much longer; and settings may hold anything.
  if (Math.abs(left.length - right.length) > 12) return Infinity;
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const changed = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      const swapped = i > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1] ? (before[j - 2] ?? Infinity) + 1 : Infinity;
      next.push(Math.min(changed, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return row[right.length] ?? Infinity;
}
