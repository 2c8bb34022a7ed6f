import { createRule, locationOf, toFix } from '../create-rule.js';
import type { PlaceholderStyle } from '../facts/schema.js';
import { excerpt, outcomeSentence } from '../model/phrases.js';
import { rewriteEdits } from '../model/rewrite-edits.js';
import type { Query } from '../model/words.js';
import type { PlaceholderFinding } from '../sql/findings.js';
import { STYLE_EXAMPLES } from '../sql/placeholder-styles.js';

export default createRule({
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow placeholders that the driver does not understand',
      footgun: '`%s`, `?` or `:name` handed to a driver that takes `$1`',
      presets: { recommended: 'error', strict: 'error' },
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: [],
    messages: {
      foreign: '`{{placeholder}}` in "{{excerpt}}" is not a placeholder for {{handle}}. {{outcome}} Write `{{target}}`.',
      handWritten: '`{{placeholder}}` in "{{excerpt}}" is written by hand into a template tag, which numbers its `${}` itself. {{outcome}} Write the value as `${}`.',
      rewrite: 'Write `{{target}}` and keep the values in their order.',
    },
  },
  create(context) {
    return {
      query(query) {
        const { sql } = query;
        for (const finding of query.placeholderFindings) {
          if (sql === null || (finding.kind !== 'foreign' && finding.kind !== 'handWritten')) continue;
          const plan = finding.kind === 'foreign' ? finding.plan : null;
          const edits = plan === null ? null : rewriteEdits(query, plan);
          const data = describe(query, finding);
          context.report({
            loc: locationOf(context, sql.locate(finding.start, finding.end)),
            messageId: finding.kind,
            data,
            fix: edits !== null && plan?.verdict === 'fix' ? toFix(edits) : null,
            suggest: edits !== null && plan?.verdict === 'suggest' ? [{ messageId: 'rewrite', data, fix: toFix(edits) }] : [],
          });
        }
      },
    };
  },
});

function describe({ sql, handle, placeholders }: Query, finding: PlaceholderFinding): Record<string, string> {
  const text = sql?.text ?? '';
  const [first] = finding.kind === 'foreign' ? finding.plan.edits : [];
  return {
    placeholder: text.slice(finding.start, finding.end),
    excerpt: excerpt(text, finding.start, finding.end),
    handle: handle.facts.title,
    outcome: outcomeSentence(finding.outcome),
    target: first?.text.trim() ?? writtenAs(placeholders.positional[0] ?? placeholders.named?.styles[0], sql),
  };
}

/** What to write where no rewrite is offered: in a tag the value itself, and beside others or an unknown part a number that only the author knows. */
function writtenAs(style: PlaceholderStyle | undefined, sql: Query['sql']): string {
  if (style === undefined) return '${value}';
  const isTaken = sql !== null && (sql.holes.size > 0 || sql.text.includes(STYLE_EXAMPLES[style]));
  return style === 'dollar-number' && isTaken ? '$n' : STYLE_EXAMPLES[style];
}
