/** The values of a query, as far as they are known. */
export type ValuesShape =
  | { readonly kind: 'absent' }
  /** A list literal without spread or gap. `pure`: evaluating a value twice, or in another order, changes nothing. */
  | { readonly kind: 'list'; readonly length: number; readonly pure?: boolean }
  /** A record literal. `closed`: no spread, computed key, getter or method. `pure`: evaluating the values in another order changes nothing. */
  | { readonly kind: 'record'; readonly keys: readonly string[]; readonly closed: boolean; readonly pure: boolean }
  /** Certainly neither a list nor a record: a number, a string, a template. */
  | { readonly kind: 'scalar' }
  /** Several arguments where one list is expected. */
  | { readonly kind: 'spread'; readonly length: number }
  /** One list where each value should be an argument of its own. */
  | { readonly kind: 'oneList'; readonly length: number }
  /** The values stand in the template itself, as holes. */
  | { readonly kind: 'holes' }
  | { readonly kind: 'unknown' };
