import { createRule, locationOf, toFix } from '../create-rule.js';
import { outcomeSentence, shortened } from '../model/phrases.js';
import { wrongReading } from '../model/wrong-reading.js';

export default createRule({
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow reading a result as rows or as a row, rows as a row, and a row as rows',
      footgun: 'a result treated as rows, rows as a row',
      presets: { recommended: 'error', strict: 'error' },
      appliesTo: (driver) => Object.values(driver.handles).some((handle) => handle.reading !== undefined),
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: [],
    messages: {
      notAwaited: '`{{source}}` is a promise here, not yet its {{handle}}. Reading `{{access}}` of it: {{outcome}}',
      resultAsRows: '`{{source}}` is a {{handle}}, not the list of rows that `{{access}}` reads. {{outcome}}',
      resultAsRow: '`{{source}}` is a {{handle}}, not a row: it has no `{{access}}`. {{outcome}}',
      rowsAsResult: '`{{source}}` is the list of rows itself: it has no `{{access}}`. {{outcome}}',
      rowsAsRow: '`{{source}}` is a list of rows, not one row: it has no `{{access}}`. {{outcome}}',
      rowAsRows: '`{{source}}` is one row, not the list of rows that `{{access}}` reads. {{outcome}}',
      manyResults: '`{{source}}` holds the results of several statements, not one {{handle}} with `{{access}}`. {{outcome}}',
      neverFalsy: '`{{source}}` is a {{handle}}, also when there are no rows. {{outcome}}',
      repair: 'Read `{{path}}`.',
      awaitFirst: 'Await it first.',
    },
  },
  create(context) {
    return {
      resultUse(use) {
        const wrong = wrongReading(use);
        if (wrong === null) return;
        const [certain] = wrong.repairs.filter((repair) => repair.certain);
        context.report({
          loc: locationOf(context, use.range),
          messageId: wrong.mistake,
          data: {
            source: shortened(use.source),
            handle: use.handle.facts.title,
            access: context.sourceCode.text.slice(...use.range).trim(),
            outcome: outcomeSentence(wrong.outcome),
          },
          fix: certain?.edits ? toFix(certain.edits) : null,
          suggest: certain?.edits
            ? []
            : wrong.repairs.flatMap(({ edits, path }) => (edits === null ? [] : [{ messageId: path === 'await' ? 'awaitFirst' : 'repair', data: { path }, fix: toFix(edits) }])),
        });
      },
    };
  },
});
