/** Sums over calls. */
import type { Call } from './lint-tree.js';

/** How a receiver is known, in the order of the columns. */
export const WAYS = ['same file', 'annotation', 'types', 'module', 'importer', 'wrapper', 'settings', 'likely', 'unknown'] as const satisfies readonly Call['known'][];

export interface Tally {
  readonly calls: number;
  readonly ways: Readonly<Record<Call['known'], number>>;
  /** Shares of all calls: of those whose driver is proved or comes through a wrapper, and of these with the likely ones. */
  readonly proved: number;
  readonly withLikely: number;
}

export function tallyOf(calls: readonly Call[]): Tally {
  const ways = Object.fromEntries(WAYS.map((way) => [way, calls.filter(({ known }) => known === way).length])) as Record<Call['known'], number>;
  const known = calls.length - ways.unknown;
  return { calls: calls.length, ways, proved: share(known - ways.likely, calls.length), withLikely: share(known, calls.length) };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/** One tally for each driver, the most used first; calls of unknown receivers belong to none. */
export function tallyByDriver(calls: readonly Call[]): ReadonlyMap<string, Tally> {
  return new Map([...groupBy(calls, ({ driver }) => driver)].map(([driver, own]) => [driver, tallyOf(own)] as const).sort(([, left], [, right]) => right.calls - left.calls));
}

export interface Goal {
  readonly calls: number;
  readonly proved: number;
  readonly withLikely: number;
}

/** What the goal asks of the shares. */
export const GOAL = { proved: 0.75, withLikely: 0.9 } as const;

/** The shares over all calls, with at most `limit` of each tree (the first ones weighed down), and as the mean of the trees. */
export function goalsOf(trees: readonly (readonly Call[])[], limit: number): { readonly all: Goal; readonly limited: Goal; readonly mean: Goal } {
  const tallies = trees.map((calls) => tallyOf(calls.filter(({ isInGoal }) => isInGoal))).filter(({ calls }) => calls > 0);
  return {
    all: weighed(tallies, ({ calls }) => calls),
    limited: weighed(tallies, ({ calls }) => Math.min(calls, limit)),
    mean: weighed(tallies, () => 1),
  };
}

function weighed(tallies: readonly Tally[], weightOf: (tally: Tally) => number): Goal {
  const total = tallies.reduce((sum, tally) => sum + weightOf(tally), 0);
  const mean = (pick: (tally: Tally) => number): number => (total === 0 ? 1 : tallies.reduce((sum, tally) => sum + pick(tally) * weightOf(tally), 0) / total);
  return { calls: tallies.reduce((sum, { calls }) => sum + calls, 0), proved: mean(({ proved }) => proved), withLikely: mean(({ withLikely }) => withLikely) };
}

/** Calls of unknown receivers by shape, the most frequent first. */
export function byShape<Unresolved extends { readonly shape: string | null }>(calls: readonly Unresolved[]): { readonly shape: string; readonly calls: readonly Unresolved[] }[] {
  return [...groupBy(calls, ({ shape }) => shape)]
    .map(([shape, own]) => ({ shape, calls: own }))
    .sort((left, right) => right.calls.length - left.calls.length || (left.shape < right.shape ? -1 : 1));
}

/** Items by key; those without a key are left out. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
