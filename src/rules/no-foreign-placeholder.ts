import { createRule, locationOf, toFix } from '../create-rule.js';

export default createRule({
  meta: {
    type: 'problem',
    docs: { description: 'disallow placeholders that the driver does not understand', presets: { recommended: 'error', strict: 'error' } },
    fixable: 'code',
    hasSuggestions: true,
    schema: [],
    messages: {
      foreign: '`{{placeholder}}` is not a placeholder of {{driver}}. {{outcome}}',
      rewrite: 'Write `{{target}}`.',
    },
  },
  create(context) {
    return {
      query(query) {
        for (const finding of query.placeholderFindings) {
          if (finding.kind !== 'foreign' || query.sql === null) continue;
          const edits = query.sql.replace(finding.start, finding.end, '$1');
          context.report({
            loc: locationOf(context, query.sql.locate(finding.start, finding.end)),
            messageId: 'foreign',
            data: { placeholder: query.sql.text.slice(finding.start, finding.end), driver: query.handle.driver.title, outcome: finding.outcome.message },
            fix: edits === null ? null : toFix(edits),
          });
        }
      },
    };
  },
});
