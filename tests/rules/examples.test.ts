/** The examples of the rule pages, linted: what is wrong is reported by its own rule alone, what is right is not, and the fix makes one of the other. */
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { withReports } from '../docs/lint-example.js';
import { exampleFolders, examplesFolder, readExamples } from '../docs/read-examples.js';

/** The code after a fix, else after the first suggestion; null when there is neither. */
function repaired(code: string, message: Linter.LintMessage): string | null {
  const edit = message.fix ?? message.suggestions?.[0]?.fix;
  return edit === undefined ? null : code.slice(0, edit.range[0]) + edit.text + code.slice(edit.range[1]);
}

/** Examples whose right form is another program than an edit could make, with the reason. */
const unrepaired: ReadonlySet<string> = new Set();

describe.each(exampleFolders())('%s', (rule) => {
  const examples = readExamples(`${examplesFolder}${rule}`);
  const [programs, configurations] = [examples.filter(({ code }) => code === null), examples.filter(({ code }) => code !== null)];
  it.each(configurations.map((example) => [example.name, example] as const))('%s: a configuration', async (_, example) => {
    const { linted, relinted } = await withReports(`${examplesFolder}${rule}`, example);
    expect(linted.map(({ ruleId }) => ruleId)).toEqual([`db/${rule}`]);
    // Put right, it reports what was not seen before.
    expect(relinted.length).toBeGreaterThan(0);
    expect(relinted.map(({ ruleId }) => ruleId)).not.toContain(`db/${rule}`);
  });

  it.each(programs.map((example) => [example.name, example] as const))('%s', (name, { incorrect, correct, settings }) => {
    const config: Linter.Config[] = [plugin.configs.all, { settings: { ...settings } }];
    const messages = new Linter().verify(incorrect, config, 'example.js');
    expect(messages.map(({ ruleId }) => ruleId)).toEqual([`db/${rule}`]);
    expect(new Linter().verify(correct, config, 'example.js')).toEqual([]);
    const [message] = messages;
    const result = message === undefined ? null : repaired(incorrect, message);
    if (result !== null && !unrepaired.has(name)) expect(result).toBe(correct);
  });
});
