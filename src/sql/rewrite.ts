/** One replacement in the SQL text. */
export interface SqlEdit { readonly start: number; readonly end: number; readonly text: string }
export interface RewritePlan {
  readonly verdict: 'ok' | 'fix' | 'suggest' | 'report';
  readonly edits: readonly SqlEdit[];
  readonly reasons: readonly string[];
  /** For named styles: the keys in the order in which their values must stand in the new list. */
  readonly valueOrder?: readonly string[];
  /** For `$n` → `?` with repeats: the indexes of the old values in the order in which they must stand. */
  readonly valueIndexes?: readonly number[];
}
