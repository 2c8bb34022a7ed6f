import { createRule, kindsIn, locationOf, toFix } from '../create-rule.js';
import { outcomeSentence } from '../model/phrases.js';
import type { Pooler } from '../model/pooler-words.js';
import type { Edits } from '../model/words.js';
import { filled } from '../sql/outcomes.js';

const KINDS = ['automatic', 'named', 'startup'] as const;

export default createRule({
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow prepared statements, and startup parameters, through a transaction pooler that does not support them',
      footgun: 'prepared statements through a transaction pooler',
      presets: { recommended: 'error', strict: 'error' },
      appliesTo: ({ pooled }) => pooled !== undefined,
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        description: 'What is reported.',
        properties: {
          kinds: {
            type: 'array',
            description: '`automatic`: the driver prepares texts unasked; `named`: a query has a name; `startup`: connections start with parameters that the pooler refuses.',
            items: { enum: [...KINDS] },
            uniqueItems: true,
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ kinds: [...KINDS] }],
    messages: {
      automatic: '`{{source}}` prepares each statement on one connection, and through {{pooler}} the next query may get another. {{outcome}} Set `{{option}}`.',
      named: '`{{name}}` is prepared on one connection, and through {{pooler}} the next query may get another. {{outcome}} Send the text without a name.',
      startup: 'Connections start with the parameter `{{name}}`, which {{pooler}} does not accept. {{outcome}} {{advice}}',
      set: 'Set `{{option}}`.',
      leaveOut: 'Send the text without a name.',
    },
  },
  create(context) {
    const kinds = kindsIn(context, KINDS, KINDS);
    /** What certainly mends it is a fix where the user says that there is a pooler, else a suggestion. */
    const repair = (pooler: Pooler, edits: Edits, title: { readonly messageId: string; readonly data?: Record<string, string> }): Pick<Parameters<typeof context.report>[0], 'fix' | 'suggest'> => {
      if (edits === null) return {};
      return pooler.isDeclared ? { fix: toFix(edits) } : { suggest: [{ ...title, fix: toFix(edits) }] };
    };

    return {
      creation({ pooler, preparing, startup, callee }) {
        if (pooler === null) return;
        if (preparing !== null && pooler.facts.prepared === 'no' && kinds.has('automatic')) {
          const { range, option, outcome } = preparing;
          const data = { source: context.sourceCode.text.slice(...callee), pooler: named(pooler), option, outcome: outcomeSentence(outcome) };
          context.report({ loc: locationOf(context, range), messageId: 'automatic', data, ...repair(pooler, preparing.turnOff(), { messageId: 'set', data: { option } }) });
        }
        if (pooler.facts.startup !== 'refused' || !kinds.has('startup')) return;
        for (const parameter of startup) {
          const { name, range, outcome, switchedOffBy } = parameter;
          const advice = switchedOffBy === null ? 'Set it for the role instead: `alter role … set …`.' : `Set \`${switchedOffBy}\`.`;
          const edits = parameter.switchOff();
          context.report({
            loc: locationOf(context, range),
            messageId: 'startup',
            data: { name, pooler: named(pooler), outcome: outcomeSentence(outcome), advice },
            suggest: edits === null ? [] : [{ messageId: 'set', data: { option: switchedOffBy ?? '' }, fix: toFix(edits) }],
          });
        }
      },
      query({ statementName }) {
        const pooler = statementName?.pooler ?? null;
        if (statementName === undefined || pooler?.facts.prepared !== 'no' || !kinds.has('named')) return;
        const { name, range, pooled, other, isOfManyTexts } = statementName;
        // A name of two texts is wrong without a pooler, too, and another rule says so.
        if (pooled === null || other !== null || isOfManyTexts) return;
        const data = { name, pooler: named(pooler), outcome: outcomeSentence(filled(pooled, { name })) };
        context.report({ loc: locationOf(context, range), messageId: 'named', data, ...repair(pooler, statementName.leaveOut(), { messageId: 'leaveOut' }) });
      },
    };
  },
});

/** The pooler, and where it is known from; never what an address holds. */
function named({ facts, known }: Pooler): string {
  switch (known.by) {
    case 'address':
      return known.elsewhere === null ? facts.title : `${facts.title} (${known.elsewhere})`;
    case 'environment':
      return `${facts.title} (\`${known.variable}\` in \`${known.file}\`)`;
    case 'settings':
      return `${facts.title} (\`settings.db.pooler\`)`;
  }
}
