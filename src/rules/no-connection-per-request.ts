import { createRule, kindsIn, locationOf, placeOf, toFix } from '../create-rule.js';
import type { OpeningFacts } from '../facts/schema.js';
import { outcomeSentence, withArticle } from '../model/phrases.js';
import type { Creation, Handler, OpeningCall, Range } from '../model/words.js';

const KINDS = ['handler', 'loop', 'helper', 'per-call'] as const;
type Kind = (typeof KINDS)[number];
const RECOMMENDED: readonly Kind[] = ['handler', 'loop', 'helper'];

export default createRule({
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow opening a pool or connection again for every request',
      footgun: 'a connection opened for every request',
      presets: { recommended: 'warn', strict: ['error', { kinds: KINDS }] },
      appliesTo: ({ handles }) => Object.values(handles).some(({ opening }) => opening !== undefined),
    },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        description: 'What is reported.',
        properties: {
          kinds: {
            type: 'array',
            description: '`handler`: opened in a request handler; `loop`: in each turn of a loop; `helper`: by a function that a handler calls; `per-call`: by a function that opens, uses and closes it.',
            items: { enum: [...KINDS] },
            uniqueItems: true,
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ kinds: [...RECOMMENDED] }],
    messages: {
      handler: '`{{source}}` opens {{handle}} each time that {{handler}} runs. {{end}} {{outcome}} {{remedy}}',
      loop: '`{{source}}` opens {{handle}} in each turn of the loop. {{end}} {{outcome}} Open it once, before the loop.',
      helper: '`{{source}}` opens {{handle}} ({{place}}) each time that {{handler}} runs{{more}}. {{end}} {{outcome}} {{remedy}}',
      perCall: '`{{source}}` opens {{handle}} each time that `{{name}}` is called. {{end}} {{outcome}} {{remedy}}',
      moveToTop: 'Open it once, at the top of the file.',
    },
  },
  create(context) {
    const kinds = kindsIn(context, KINDS, RECOMMENDED);
    const { sourceCode } = context;
    return {
      creation(creation) {
        const finding = findingOf(creation);
        if (finding === null || !kinds.has(finding.kind)) return;
        const edits = finding.kind === 'handler' || finding.kind === 'per-call' ? suggestedEdits(creation) : null;
        context.report({
          loc: locationOf(context, finding.range),
          messageId: finding.kind === 'per-call' ? 'perCall' : finding.kind,
          data: { ...describe(creation, finding), source: sourceCode.text.slice(...finding.range), place: placeOf(context, creation.callee) },
          suggest: edits === null ? [] : [{ messageId: 'moveToTop', fix: toFix(edits) }],
        });
      },
    };
  },
});

interface Finding {
  readonly kind: Kind;
  readonly range: Range;
  readonly fate: Creation['fate'];
  readonly dependence: Creation['dependence'];
  readonly handler?: Handler;
  /** Calls beside the one that is reported. */
  readonly others?: number;
}

function findingOf({ place, callee, fate, dependence, facts }: Creation): Finding | null {
  if (facts.opening === undefined) return null;
  switch (place.kind) {
    case 'handler':
      return isWrong({ fate, dependence, handler: place.handler }) ? { kind: 'handler', range: callee, fate, dependence, handler: place.handler } : null;
    case 'loop':
      return fate !== 'kept' && dependence === 'nothing' ? { kind: 'loop', range: callee, fate, dependence } : null;
    case 'function': {
      // One function, one mistake: it is told at the first call.
      const [call, ...others] = place.calls.filter(isWrong);
      if (call !== undefined) return { kind: 'helper', range: call.callee, fate: call.fate, dependence: call.dependence, handler: call.handler, others: others.length };
      return place.isShared && isWrong({ fate, dependence }) ? { kind: 'per-call', range: callee, fate, dependence } : null;
    }
    case 'top':
    case 'exempt':
      return null;
  }
}

/** A connection with the caller's own credentials that is closed again is right, and so is one that the clock asks for now and then. */
function isWrong({ fate, dependence, handler }: Pick<OpeningCall, 'fate' | 'dependence'> & { readonly handler?: Handler }): boolean {
  if (fate === 'kept' || dependence === 'platform') return false;
  return fate === 'left' || (dependence === 'nothing' && handler?.runs !== 'schedule');
}

function suggestedEdits(creation: Creation): ReturnType<Creation['moveToTop']> {
  return creation.facts.opening?.shareable === true && creation.dependence === 'nothing' ? creation.moveToTop() : null;
}

function describe({ facts, place }: Creation, { fate, dependence, handler, others = 0 }: Finding): Record<string, string> {
  const { opening, title } = facts;
  const outcome = fate === 'closed' ? opening?.closed : opening?.left;
  return {
    handle: opening?.what ?? withArticle(title),
    handler: handler?.title ?? '',
    name: place.kind === 'function' ? (place.name ?? '') : '',
    end: fate === 'closed' ? 'It is closed again after use.' : 'Nobody closes it, and the open ones pile up.',
    outcome: outcome === undefined ? '' : outcomeSentence(outcome),
    remedy: dependence !== 'nothing' ? 'Close it after use, or keep one for each address.' : remedyFor(opening),
    more: others === 0 ? '' : `, and so ${others === 1 ? 'does 1 more call' : `do ${others} more calls`}`,
  };
}

function remedyFor(opening: OpeningFacts | undefined): string {
  return opening?.remedy ?? (opening?.shareable === true ? 'Open it once, for all of them.' : 'Open one pool, once, and query that.');
}
