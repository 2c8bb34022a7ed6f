import { createRule, locationOf, toFix } from '../create-rule.js';
import type { ErrorTest } from '../model/error-words.js';
import { listed, outcomeSentence, shortened } from '../model/phrases.js';
import { written, wrongErrorTest, type WrongErrorTest } from '../model/wrong-error-test.js';

export default createRule({
  meta: {
    type: 'problem',
    docs: {
      description: "disallow telling errors apart by the server's text, by a code that does not exist, or where the driver puts none",
      footgun: 'constraint violations handled badly',
      presets: { recommended: 'warn', strict: 'error' },
      appliesTo: ({ errors, handles }) => errors !== undefined || Object.values(handles).some((handle) => handle.errors),
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      serverText: "{{asked}} is looked for in the server's own text. {{outcome}} {{remedy}}",
      absentText: "{{asked}} is looked for in `{{subject}}`, which is not the server's text in such an error of {{driver}}. {{outcome}} {{remedy}}",
      absentCode: '{{asked}} is looked for in `{{subject}}`, which holds no code in errors of {{driver}}. {{outcome}} {{remedy}}',
      codeElsewhere: '`{{subject}}` is not where {{driver}} has the code of such an error. {{outcome}} {{remedy}}',
      constraintElsewhere: '`{{subject}}` is not where {{driver}} has the name of the constraint. {{outcome}} {{remedy}}',
      unknownCode: '{{asked}} is no SQLSTATE. {{outcome}} {{remedy}}',
      wrongType: '{{asked}} is compared with `{{subject}}`, which is a {{type}} in errors of {{driver}}. {{outcome}} {{remedy}}',
      foreignCode: '{{asked}} is no code that {{driver}} puts into `{{subject}}`. {{outcome}} {{remedy}}',
      read: 'Read `{{place}}`.',
      compare: 'Compare `{{place}}` with {{meant}}.',
      write: 'Write {{meant}}.',
    },
  },
  create(context) {
    // Several questions may go through one constant.
    const reported = new Set<string>();
    return {
      errorTest(test) {
        for (const wrong of wrongErrorTest(test)) {
          if (reported.has(wrong.range.join())) continue;
          reported.add(wrong.range.join());
          const subject = shortened(context.sourceCode.text.slice(...test.subject));
          context.report({
            loc: locationOf(context, wrong.range),
            messageId: wrong.mistake,
            data: { ...dataOf(test, wrong, wrong.meant), subject },
            suggest: wrong.repairs.flatMap(({ edits, way, meant }) => (edits === null ? [] : [{ messageId: way, data: dataOf(test, wrong, meant), fix: toFix(edits) }])),
          });
        }
      },
    };
  },
});

function dataOf(test: ErrorTest, wrong: WrongErrorTest, meant: WrongErrorTest['meant']): Record<string, string> {
  const [first] = meant;
  const place = first === undefined ? '' : test.written(first.path);
  const codes = listed([...new Set(meant.flatMap(({ code, name }) => (code === null ? [] : `${written(code)}${name === null ? '' : ` (${name})`}`)))]);
  return {
    asked: wrong.asked,
    driver: test.error.handles[0]?.driver.title ?? '',
    place,
    meant: codes,
    type: typeof first?.code,
    outcome: outcomeSentence({ message: outcomeOf(wrong), silent: true }),
    remedy: remedyOf(wrong, place, codes),
  };
}

/** What was seen when such code ran. */
function outcomeOf({ mistake, instead, asked }: WrongErrorTest): string {
  switch (mistake) {
    case 'serverText':
      return 'that text changes with its language and version, and can hold values of users';
    case 'absentText':
      return `it is \`${instead ?? ''}\`, without a word of the server`;
    case 'absentCode':
      return 'it is never found there';
    case 'codeElsewhere':
      return instead === null ? `it is undefined, and never ${asked}` : `it is a code such as \`${instead}\`, and never ${asked}`;
    case 'constraintElsewhere':
      return 'it is undefined';
    case 'unknownCode':
      return 'no error of the server has it';
    case 'wrongType':
    case 'foreignCode':
      return 'they are never equal';
  }
}

function remedyOf({ mistake, isShared }: WrongErrorTest, place: string, codes: string): string {
  if (mistake === 'constraintElsewhere') return `Read \`${place}\`.`;
  if (mistake === 'unknownCode') return `Perhaps ${codes} is meant.`;
  return isShared ? `For such an error it is ${codes}, which it is for others, too.` : `Compare \`${place}\` with ${codes}.`;
}
