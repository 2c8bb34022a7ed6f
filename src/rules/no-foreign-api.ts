import { createRule, locationOf, toFix } from '../create-rule.js';
import { outcomeSentence, shortened, withArticle } from '../model/phrases.js';

export default createRule({
  meta: {
    type: 'problem',
    docs: {
      description: "disallow methods and ways of calling that belong to another driver's API",
      footgun: 'methods and ways of calling of another driver',
      presets: { recommended: 'error', strict: 'error' },
      appliesTo: (driver) => Object.values(driver.handles).some(({ foreign }) => foreign !== undefined),
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      member: '`{{name}}` is a method of {{of}}, and {{handle}} has none of that name. {{outcome}} Write {{instead}}.',
      tag: '`{{source}}` is no template tag: {{handle}} takes a text and a list of values. {{outcome}} Write {{instead}}.',
      call: '`{{source}}` is a template tag here, and no function that takes a text. {{outcome}} Write {{instead}}.',
      key: '`{{name}}` is no key that {{handle}} reads, so the query has no text. {{outcome}} Write {{instead}}.',
      await: '`{{source}}` of {{handle}} gives no promise, but calls a callback. {{outcome}} Write {{instead}}.',
      callback: '`{{source}}` gives no promise when it has a callback. {{outcome}} Write {{instead}}.',
      cursor: 'A cursor reads on one connection, and {{handle}} gives each query any of them. {{outcome}} Write {{instead}}.',
      rename: 'Write `{{name}}`.',
    },
  },
  create(context) {
    return {
      foreignUse({ form, range, name, source, of, handle, outcome, instead, rename }) {
        context.report({
          loc: locationOf(context, range),
          messageId: form,
          data: { name, of: of ?? '', source: shortened(source), handle: withArticle(handle.facts.title), outcome: outcomeSentence(outcome), instead },
          suggest: rename?.edits == null ? [] : [{ messageId: 'rename', data: { name: rename.name }, fix: toFix(rename.edits) }],
        });
      },
    };
  },
});
