/** A memory of bounded size that forgets what was not asked for the longest. */
export interface Memory<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

/** `weigh` says how much of the limit one value takes. A value heavier than the limit is kept until the next one comes. */
export function createMemory<Value>(limit: number, weigh: (value: Value) => number): Memory<Value> {
  const values = new Map<string, { readonly value: Value; readonly weight: number }>();
  let total = 0;
  const forget = (key: string): void => {
    total -= values.get(key)?.weight ?? 0;
    values.delete(key);
  };
  return {
    get(key) {
      const known = values.get(key);
      if (known === undefined) return undefined;
      // A Map keeps the order of insertion: the first one is the one to forget.
      values.delete(key);
      values.set(key, known);
      return known.value;
    },
    set(key, value) {
      forget(key);
      const weight = weigh(value);
      values.set(key, { value, weight });
      total += weight;
      for (const oldest of values.keys()) {
        if (total <= limit || oldest === key) return;
        forget(oldest);
      }
    },
  };
}
