import { describe, expect, it } from 'vitest';
import { createRule } from '../../src/create-rule.js';
import { drivers } from '../../src/facts/drivers/index.js';
import type { Example } from './read-examples.js';
import { renderRulePage, type RulePage } from './render-rule-page.js';

const region = (name: string): string => `<!-- begin generated: ${name} -->\n<!-- end generated: ${name} -->`;
const names = ['header', 'example first', 'examples', 'options', 'drivers'];
const example: Example = {
  name: 'first',
  title: 'A `first` example',
  incorrect: 'wrong();\n',
  correct: 'right();\n',
  outcome: {
    incorrect: { stdout: '', error: { name: 'error', code: '42601', message: 'syntax error at or near "`"' } },
    correct: { stdout: '[ 1,\n  2 ]\n', error: null },
    server: 'PostgreSQL 15.18',
    driver: 'pg 8.23.1',
  },
  settings: {},
  code: null,
  relinted: [],
  linted: [{ ruleId: 'db/no-made-up', message: 'It is wrong.', line: 1, column: 1, endLine: 1, endColumn: 6, repair: { kind: 'fix' } }],
};
const rule: RulePage = {
  id: 'no-made-up',
  definition: createRule({
    meta: {
      type: 'problem',
      docs: { description: 'disallow what is made up', footgun: 'what is made up', presets: { recommended: 'warn', strict: ['error', { kinds: ['all'] }] } },
      fixable: 'code',
      hasSuggestions: true,
      schema: [{ type: 'object', properties: { kinds: { type: 'array', items: { enum: ['all', 'some'] }, description: 'what to report' } }, additionalProperties: false }],
      defaultOptions: [{ kinds: ['some'] }],
      messages: {},
    },
    create: () => ({}),
  }),
  examples: [example],
  drivers: drivers.filter(({ id }) => id === 'pg'),
  text: names.map(region).join('\n'),
};

describe('the page of a rule', () => {
  it('is rendered from its meta, its examples, what was seen, and the facts', () => {
    expect(renderRulePage(rule)).toBe(`<!-- begin generated: header -->
# db/no-made-up

Disallow what is made up.\\
✅ In \`db/recommended\` (warn), \`db/strict\` (error with \`{"kinds":["all"]}\`), \`db/all\`.\\
🔧 \`--fix\` mends what is certain.\\
💡 Editors offer a suggestion where the author must decide.
<!-- end generated: header -->
<!-- begin generated: example first -->
❌ Incorrect:

\`\`\`js
wrong();
\`\`\`

- Line 1, column 1–5: It is wrong.\\
  🔧 \`--fix\` mends it.

**What happens:** it fails with \`\` 42601 syntax error at or near "\`" \`\`. The correct program prints \`[ 1, 2 ]\`. Seen with pg 8.23.1 on PostgreSQL 15.18.

✅ Correct:

\`\`\`js
right();
\`\`\`
<!-- end generated: example first -->
<!-- begin generated: examples -->
There are no others.
<!-- end generated: examples -->
<!-- begin generated: options -->
| Option | Type | Default | Meaning |
| --- | --- | --- | --- |
| \`kinds\` | \`("all" \\| "some")[]\` | \`["some"]\` | what to report |
<!-- end generated: options -->
<!-- begin generated: drivers -->
- node-postgres: \`pg\`, \`pg-pool\`, \`pg-native\`, \`pg-cursor\`, \`pg-query-stream\`
<!-- end generated: drivers -->
`);
  });

  it('folds the examples that its text does not show, by driver', () => {
    const other = { ...example, name: 'other', title: '`a` < b' };
    const page = renderRulePage({ ...rule, examples: [example, other] });
    expect(page).toContain('<!-- begin generated: examples -->\n<details>\n<summary>pg: <code>a</code> &lt; b</summary>\n\n❌ Incorrect:');
  });

  it('says when nothing fails, when a program never ends, and what is left to the author', () => {
    const { outcome, linted } = example;
    if (outcome === null) throw new Error('the example above has run');
    const silent = { ...outcome, incorrect: { stdout: '[]\n', error: null } };
    const endless = { ...outcome, incorrect: { stdout: '', error: { name: 'NeverEnds', code: null, message: '' } } };
    const author = linted.map((report) => ({ ...report, endLine: 2, endColumn: 3, repair: { kind: 'none' } as const }));
    const suggestion = linted.map((report) => ({ ...report, endColumn: 2, repair: { kind: 'suggestion', titles: ['Write it.'] } as const }));
    expect(renderRulePage({ ...rule, examples: [{ ...example, outcome: silent, linted: author }] })).toMatch(
      /- Line 1, column 1 to line 2, column 2: It is wrong\.\\\n {2}It is left to the author\.\n\n\*\*What happens:\*\* nothing fails; it prints `\[\]`\. The correct/,
    );
    expect(renderRulePage({ ...rule, examples: [{ ...example, outcome: endless, linted: suggestion }] })).toMatch(
      /- Line 1, column 1: It is wrong\.\\\n {2}💡 Suggestion: Write it\.\n\n\*\*What happens:\*\* it never ends\. The correct/,
    );
  });

  it('says with which settings an example is reported', () => {
    expect(renderRulePage({ ...rule, examples: [{ ...example, settings: { db: { pooler: 'transaction' } } }] })).toContain('❌ Incorrect, with `settings: {"db":{"pooler":"transaction"}}`:');
  });

  it('has the table of poolers where it asks for it', () => {
    const page = renderRulePage({ ...rule, text: `${rule.text}\n${region('poolers')}` });
    expect(page).toContain("| `aws-0-region.pooler.supabase.com:6543` | Supabase's transaction pooler | transaction | not supported | nothing is known | [");
  });

  it.each(['header', 'examples', 'options', 'drivers'])('must have the region %s', (name) => {
    const text = names.filter((other) => other !== name).map(region).join('\n');
    expect(() => renderRulePage({ ...rule, text })).toThrow(`The page lacks the region "${name}".`);
  });

  it('must not have a region that nothing fills', () => {
    expect(() => renderRulePage({ ...rule, text: [...names, 'weather'].map(region).join('\n') })).toThrow('The page has a region that nothing fills: "weather".');
    expect(() => renderRulePage({ ...rule, text: [...names, 'example second'].map(region).join('\n') })).toThrow('There is no example "second" of no-made-up.');
  });
});
