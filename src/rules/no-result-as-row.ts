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
      notAwaited: '`{{source}}` is a promise here, not yet the {{handle}} that {{access}} reads. {{outcome}} Await it first.',
      resultAsRows: '`{{source}}` is not the list of rows that {{access}} reads, but a {{handle}}. {{outcome}}{{remedy}}',
      resultAsRow: '`{{source}}` is not a row with {{access}}, but a {{handle}}. {{outcome}}{{remedy}}',
      otherResult: '`{{source}}` is a {{handle}}, which has no {{access}}. {{outcome}}{{remedy}}',
      rowsAsResult: '`{{source}}` is the list of rows itself, which has no {{access}}. {{outcome}}{{remedy}}',
      rowsAsRow: '`{{source}}` is a list of rows, not one row with {{access}}. {{outcome}}{{remedy}}',
      rowAsRows: '`{{source}}` is one row, not the list of rows that {{access}} reads. {{outcome}}{{remedy}}',
      manyResults: '`{{source}}` holds the results of several statements, not one {{handle}} with {{access}}. {{outcome}}',
      neverFalsy: '`{{source}}` is there also when no row is. {{outcome}}{{remedy}}',
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
            access: use.access.by === 'iteration' ? 'the loop' : `\`${context.sourceCode.text.slice(...use.range).trim()}\``,
            remedy: remedyOf(wrong.repairs[0]?.path),
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

/** What to write, for those who see no suggestion. */
function remedyOf(path: string | undefined): string {
  return path === undefined || path === '' || path === 'await' ? '' : ` Read \`${path}\`.`;
}
