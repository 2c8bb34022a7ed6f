import { createRule, locationOf, toFix } from '../create-rule.js';
import { counted, excerpt, outcomeSentence } from '../model/phrases.js';
import type { Query, Range } from '../model/words.js';
import type { PlaceholderFinding } from '../sql/findings.js';

export default createRule({
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow more or fewer values than placeholders, gaps in their numbers, and values in the wrong form',
      footgun: 'more or fewer values than placeholders, or values in the wrong form',
      presets: { recommended: 'error', strict: 'error' },
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      tooFew: 'The text has {{expected}}, but {{given}} passed: `{{placeholder}}` gets none. {{outcome}}',
      none: '`{{placeholder}}` in "{{excerpt}}" gets no value: none are passed. {{outcome}}',
      tooMany: 'The text has {{expected}}, but {{given}} passed. {{outcome}}',
      unused: 'The text has no placeholder outside of quotes and comments, but {{given}} passed. {{outcome}}',
      gap: '`{{placeholder}}` is used, but `${{missing}}` is not. {{outcome}}',
      zero: '`$0` in "{{excerpt}}" is no placeholder: their numbers begin at `$1`. {{outcome}}',
      missingName: '`{{placeholder}}` in "{{excerpt}}" gets no value: the object has no key `{{name}}`. {{outcome}}',
      notAList: '{{handle}} takes the values as an array, and this is none. {{outcome}}',
      spread: '{{handle}} takes the values as one array, not as separate arguments. {{outcome}}',
      oneList: '{{handle}} takes each value as an argument of its own, not in one array. {{outcome}}',
      wrap: 'Put the values into an array.',
      unwrap: 'Pass each value as an argument of its own.',
    },
  },
  create(context) {
    return {
      query(query) {
        for (const finding of query.placeholderFindings) {
          const range = rangeOf(query, finding);
          if (range === null) continue;
          const suggestion = suggestionFor(query, finding);
          context.report({
            loc: locationOf(context, range),
            messageId: finding.kind,
            data: describe(query, finding),
            suggest: suggestion === null ? [] : [suggestion],
          });
        }
      },
    };
  },
});

/** Where the author must change something: the placeholder without a value, or the value without a placeholder. */
function rangeOf({ sql, values, range }: Query, finding: PlaceholderFinding): Range | null {
  if (sql === null) return null;
  switch (finding.kind) {
    case 'tooMany':
      return values.item(finding.expected) ?? values.range ?? range;
    case 'unused':
    case 'notAList':
    case 'spread':
    case 'oneList':
      return values.range ?? range;
    case 'tooFew':
    case 'none':
    case 'gap':
    case 'zero':
    case 'missingName':
      return sql.locate(finding.start, finding.end);
    default:
      return null;
  }
}

function suggestionFor({ values }: Query, { kind }: PlaceholderFinding): { messageId: 'wrap' | 'unwrap'; fix: ReturnType<typeof toFix> } | null {
  const edits = kind === 'oneList' ? values.unwrap() : kind === 'notAList' || kind === 'spread' ? values.wrap() : null;
  return edits === null ? null : { messageId: kind === 'oneList' ? 'unwrap' : 'wrap', fix: toFix(edits) };
}

function describe({ sql, handle }: Query, finding: PlaceholderFinding): Record<string, string> {
  const text = sql?.text ?? '';
  const { start, end } = finding;
  const given = 'given' in finding ? finding.given : 0;
  return {
    placeholder: text.slice(start, end),
    excerpt: excerpt(text, start, end),
    handle: handle.facts.title,
    outcome: outcomeSentence(finding.outcome),
    given: `${counted(given, 'value')} ${given === 1 ? 'is' : 'are'}`,
    expected: counted('expected' in finding ? finding.expected : 0, 'placeholder'),
    missing: 'missing' in finding ? String(finding.missing) : '',
    name: 'name' in finding ? finding.name : '',
  };
}
