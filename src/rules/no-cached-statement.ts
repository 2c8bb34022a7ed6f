import { createRule, locationOf } from '../create-rule.js';
import type { Driver, HandleRole, Outcome } from '../facts/schema.js';
import { outcomeSentence, withArticle } from '../model/phrases.js';
import type { Store } from '../model/words.js';
import { filled } from '../sql/outcomes.js';

export default createRule({
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow keeping a checked-out client, or a statement or cursor of one, beyond its checkout',
      footgun: 'prepared statements and clients kept beyond the checkout they belong to',
      presets: { recommended: 'error', strict: 'error' },
      appliesTo: belongsToCheckout,
    },
    schema: [],
    messages: {
      released: '`{{source}}` keeps {{handle}} whose checkout ends in line {{line}}, and the next call finds it there. {{outcome}} {{advice}}',
      shared: '`{{source}}` keeps {{handle}} that nothing in this file gives back. {{outcome}} {{advice}}',
      otherClient: '`{{source}}` keeps {{handle}} of one client, and the next call comes with another. {{outcome}} {{advice}}',
      handedOut: '`{{source}}` is {{handle}} whose checkout ends in line {{line}}, before the caller can use it. {{outcome}} End the checkout when the caller is done.',
      otherText: "`{{name}}` is the name of another text in line {{line}}, and a prepared statement's name stands for one text. {{outcome}} Give each text a name of its own.",
      manyTexts: "`{{name}}` names a text that differs from call to call, and a prepared statement's name stands for one text. {{outcome}} Leave the name out, or name each text.",
    },
  },
  create(context) {
    const lineOf = (range: Store['range']): string => String(locationOf(context, range).start.line);

    return {
      store(store) {
        const outcome = outcomeOf(store);
        if (outcome === null) return;
        const { source, handle, ending } = store;
        context.report({
          loc: locationOf(context, store.range),
          messageId: messageOf(store),
          data: {
            source,
            handle: withArticle(handle.facts.title),
            outcome: outcomeSentence(outcome),
            line: ending.by === 'taker' ? lineOf(ending.range) : '',
            advice: adviceFor(handle.facts.role),
          },
        });
      },
      query({ statementName }) {
        if (statementName === undefined || (statementName.other === null && !statementName.isOfManyTexts)) return;
        const { name, range, other, otherText } = statementName;
        context.report({
          loc: locationOf(context, range),
          messageId: other === null ? 'manyTexts' : 'otherText',
          data: { name, line: other === null ? '' : lineOf(other), outcome: outcomeSentence(filled(otherText, { name })) },
        });
      },
    };
  },
});

function messageOf({ place, ending }: Store): 'released' | 'shared' | 'otherClient' | 'handedOut' {
  if (place === 'closure' || place === 'return') return 'handedOut';
  switch (ending.by) {
    case 'taker':
      return 'released';
    case 'caller':
      return 'otherClient';
    case 'nobody':
      return 'shared';
  }
}

function adviceFor(role: HandleRole): string {
  switch (role) {
    case 'client':
      return 'Take a client out of the pool where it is needed, and give it back there.';
    case 'transaction':
      return 'Begin one where it is needed, and end it there.';
    default:
      return 'Make it anew in each checkout.';
  }
}

function outcomeOf({ handle, ending }: Store): Outcome | null {
  const { checkout } = handle.facts;
  if (checkout === undefined) return null;
  if (ending.by === 'nobody') return checkout.shared ?? null;
  return (ending.by === 'taker' && ending.again ? checkout.releasedAgain : null) ?? checkout.released;
}

function belongsToCheckout({ handles }: Driver): boolean {
  return Object.values(handles).some(({ checkout, members }) => checkout !== undefined || Object.values(members).some((member) => member.does === 'query' && member.statementName !== undefined));
}
