import { Linter, RuleTester, type Rule } from 'eslint';
import tseslint from 'typescript-eslint';
import { afterAll, describe, expect, it } from 'vitest';
import plugin, { type RuleId } from '../../src/index.js';
import { isTypeScript, type InvalidCase, type RuleCases, type ValidCase } from './rule-cases.js';

// ESLint's tester looks for the functions of its own test runner.
Object.assign(RuleTester, { afterAll, describe, it, itOnly: it.only });

/** Runs the cases of a rule through ESLint's RuleTester, and compares the messages word for word. */
export function runCases(id: RuleId, { valid, invalid }: RuleCases): void {
  const rule: Rule.RuleModule = plugin.rules[id];
  new RuleTester().run(id, rule, {
    valid: valid.map(testCase),
    invalid: invalid.map((invalidCase) => ({
      ...testCase(invalidCase),
      output: invalidCase.output,
      // RuleTester takes either the id or the message; the messages are compared below.
      errors: invalidCase.errors.map(({ messageId, line, column, endLine, endColumn, suggestions }) => ({
        messageId,
        line,
        column,
        endLine,
        endColumn,
        suggestions: suggestions?.map((suggestion) => ({ ...suggestion })),
      })),
    })),
  });

  const worded = invalid.filter(({ errors }) => errors.some(({ message }) => message !== undefined));
  describe.runIf(worded.length > 0)(`the messages of ${id}`, () => {
    it.each(worded.map((invalidCase) => [invalidCase.name, invalidCase] as const))('%s', (_, invalidCase) => {
      const messages = lintCase(id, invalidCase);
      expect(messages).toEqual(invalidCase.errors.map(({ message }, index) => message ?? messages[index]));
    });
  });
}

function lintCase(id: RuleId, invalidCase: InvalidCase): string[] {
  const { filename = 'file.js', options = [], settings = {} } = invalidCase;
  const config: Linter.Config = { files: ['**'], plugins: { db: plugin }, rules: { [`db/${id}`]: ['error', ...options] }, settings, languageOptions: languageOptionsOf(invalidCase) };
  return new Linter().verify(invalidCase.code, [config], { filename }).map(({ message }) => message);
}

function testCase(validCase: ValidCase): RuleTester.ValidTestCase {
  const { name, code, filename = 'file.js', options, settings } = validCase;
  return { name, code, filename, ...(options && { options: [...options] }), ...(settings && { settings }), languageOptions: languageOptionsOf(validCase) };
}

/** Also for a linter of one's own: the languages of a case. */
export function languageOptionsOf(validCase: ValidCase): Linter.LanguageOptions {
  return { ...validCase.languageOptions, ...(isTypeScript(validCase) && { parser: tseslint.parser }) };
}
