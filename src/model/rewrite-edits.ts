import type { RewritePlan } from '../sql/rewrite.js';
import type { Edits, Query } from './words.js';

/**
 * A plan for the SQL text as edits of the source, values included. Null when a character is not ours to edit, a value cannot be
 * moved, or there is nothing to do.
 */
export function rewriteEdits({ sql, values }: Query, plan: RewritePlan): Edits {
  if (sql === null || plan.edits.length === 0) return null;
  const inText = plan.edits.map((edit) => sql.replace(edit.start, edit.end, edit.text));
  const inValues = valueEdits(values, plan);
  if (inValues === null || inText.some((edits) => edits === null)) return null;
  return [...inText.flatMap((edits) => edits ?? []), ...inValues];
}

function valueEdits(values: Query['values'], { valueOrder, valueIndexes }: RewritePlan): Edits {
  if (valueOrder !== undefined && values.shape.kind === 'record') return values.toList(valueOrder);
  if (valueIndexes !== undefined) return values.repeat(valueIndexes);
  return [];
}
