import type { Placeholder } from './placeholders.js';
import type { ValuesShape } from './values.js';

/** Which value a placeholder takes. Numbers count from 1. */
export type Reference =
  | { readonly by: 'position' }
  | { readonly by: 'number'; readonly index: number }
  | { readonly by: 'name'; readonly name: string }
  /** Splices a name in (`??`), is formatted by a filter, or has a number that is not known. */
  | { readonly by: 'other' };

export function referenceOf(placeholder: Placeholder): Reference {
  const { style, index, name = '' } = placeholder;
  if (placeholder.dynamic || placeholder.filter !== undefined || style === 'qmark-ident') return { by: 'other' };
  if (style === 'qmark' || style === 'percent-s') return { by: 'position' };
  if (index !== undefined) return { by: 'number', index };
  // pg-promise: `${user.id}` is a way into the record, `${this}` the record itself.
  if (style.startsWith('dollar-') && (name === 'this' || name.includes('.'))) return { by: 'other' };
  if (style !== 'brace-name' || !/^\d*$/.test(name)) return { by: 'name', name };
  // Python's format strings: `{}` takes the next value, `{0}` the first.
  return name === '' ? { by: 'position' } : { by: 'number', index: Number(name) + 1 };
}

export function indexesOf(placeholders: readonly Placeholder[]): readonly number[] {
  const references = placeholders.map((placeholder) => referenceOf(placeholder));
  return references.flatMap((reference) => (reference.by === 'number' ? [reference.index] : []));
}

export function namesOf(placeholders: readonly Placeholder[]): readonly string[] {
  const references = placeholders.map((placeholder) => referenceOf(placeholder));
  return references.flatMap((reference) => (reference.by === 'name' ? [reference.name] : []));
}

/** How many values they take: the highest number, or how many they are. */
export function expectedValues(placeholders: readonly Placeholder[]): number {
  const indexes = indexesOf(placeholders);
  return indexes.length > 0 ? indexes.reduce((highest, index) => Math.max(highest, index), 0) : placeholders.length;
}

/** The lowest number that no placeholder has although a higher one is there; null when there is no gap. */
export function missingNumber(indexes: readonly number[]): number | null {
  const present = new Set(indexes);
  for (let number = 1; number <= present.size; number += 1) {
    if (!present.has(number)) return indexes.some((index) => index > number) ? number : null;
  }
  return null;
}

/**
 * The placeholders that are certain, and of the ambiguous ones those that the values prove: a record has their names, or
 * counting them is exactly what makes a list's length match.
 */
export function provenPlaceholders(placeholders: readonly Placeholder[], values: ValuesShape, hasHole: boolean): readonly Placeholder[] {
  const sure = placeholders.filter((placeholder) => placeholder.ambiguous === undefined);
  if (sure.length === placeholders.length) return placeholders;
  if (values.kind === 'record') {
    const keys = new Set(values.keys);
    return placeholders.filter(({ ambiguous, name }) => ambiguous === undefined || (name !== undefined && keys.has(name)));
  }
  if (values.kind !== 'list' || hasHole || values.length === sure.length) return sure;
  const isOneStyle = new Set(placeholders.map(({ style }) => style)).size === 1;
  const isSlice = placeholders.some(({ ambiguous }) => ambiguous === 'slice bound');
  return isOneStyle && !isSlice && placeholders.length === values.length ? placeholders : sure;
}
