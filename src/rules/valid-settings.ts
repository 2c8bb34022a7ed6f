import { createRule } from '../create-rule.js';
import { problemMessages } from '../settings/problems.js';

export default createRule({
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow settings of this plugin that have no meaning',
      presets: { recommended: 'error', strict: 'error' },
    },
    schema: [],
    messages: problemMessages,
  },
  create(context) {
    return {
      settings({ problems }) {
        // The mistake is in the configuration: it takes no character of the file, which may have reports of its own there.
        for (const { kind, parts } of problems) context.report({ loc: { start: START, end: START }, messageId: kind, data: { ...parts } });
      },
    };
  },
});

const START = { line: 1, column: 0 } as const;
