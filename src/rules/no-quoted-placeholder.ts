import { createRule, locationOf, toFix } from '../create-rule.js';
import { excerpt, outcomeSentence } from '../model/phrases.js';
import { rewriteEdits } from '../model/rewrite-edits.js';
import type { Edits, Query } from '../model/words.js';
import type { PlaceholderFinding } from '../sql/findings.js';

type QuotedFinding = Extract<PlaceholderFinding, { kind: 'quoted' | 'quotedHole' }>;

export default createRule({
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow placeholders inside SQL quotes, where they are text',
      footgun: 'a placeholder in quotes, where it is text',
      presets: { recommended: 'error', strict: 'error' },
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: [],
    messages: {
      quoted: '`{{literal}}` in "{{excerpt}}" is text inside quotes, not a placeholder. {{outcome}}',
      quotedHole: '`{{hole}}` stands inside SQL quotes in "{{excerpt}}", where no value can be bound. {{outcome}}',
      quotedIdentifier: '`{{hole}}` stands inside a quoted name in "{{excerpt}}", where no value can be bound. {{outcome}}',
      unquote: 'Take it out of the quotes.',
    },
  },
  create(context) {
    return {
      query(query) {
        const { sql } = query;
        for (const finding of query.placeholderFindings) {
          if (sql === null || (finding.kind !== 'quoted' && finding.kind !== 'quotedHole')) continue;
          const { edits, certain } = unquoted(query, finding);
          context.report({
            loc: locationOf(context, sql.locate(finding.start, finding.end)),
            messageId: finding.kind === 'quotedHole' && finding.identifier ? 'quotedIdentifier' : finding.kind,
            data: {
              literal: sql.text.slice(finding.start, finding.end),
              hole: `\${${sql.holes.get(finding.start)?.source ?? '…'}}`,
              excerpt: excerpt(sql.text, finding.start, finding.end),
              outcome: outcomeSentence(finding.outcome),
            },
            fix: edits !== null && certain ? toFix(edits) : null,
            suggest: edits !== null && !certain ? [{ messageId: 'unquote', fix: toFix(edits) }] : [],
          });
        }
      },
    };
  },
});

/**
 * Taking a hole out of its quotes is certain when it holds a plain value: then it was a parameter in the wrong place. A name in
 * double quotes cannot be a parameter at all, and `interval '…'` takes no parameter in place of its string.
 */
function unquoted(query: Query, finding: QuotedFinding): { edits: Edits; certain: boolean } {
  if (finding.kind === 'quoted') return { edits: rewriteEdits(query, finding.plan), certain: finding.plan.verdict === 'fix' };
  const { sql } = query;
  if (sql === null || finding.identifier || !finding.movable) return { edits: null, certain: false };
  const holes = [...sql.holes].filter(([offset]) => offset > finding.literal.start && offset < finding.literal.end);
  return { edits: sql.unquote(finding.literal.start, finding.literal.end), certain: holes.every(([, hole]) => hole.isPlainValue) };
}
