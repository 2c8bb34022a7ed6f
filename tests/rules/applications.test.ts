/** The small applications in `examples`: the shop shows each kind of message once, the clean one shows the right forms of all drivers. */
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { drivers } from '../../src/facts/drivers/index.js';
import plugin from '../../src/index.js';
import { definitions } from '../../src/rules/index.js';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

async function lint(folder: string): Promise<ESLint.LintResult[]> {
  const eslint = new ESLint({ cwd: `${examples}${folder}`, overrideConfigFile: true, overrideConfig: [plugin.configs.all] });
  return eslint.lintFiles(['src/**/*.js']);
}

/** The kinds of messages that report something; the others are titles of suggestions. */
function reportingMessages(): string[] {
  return Object.entries(definitions).flatMap(([id, { meta }]) => Object.entries(meta.messages).flatMap(([name, text]) => (text.includes('{{outcome}}') ? [`db/${id} ${name}`] : [])));
}

describe('examples/shop', () => {
  it('shows each kind of message', async () => {
    const results = await lint('shop');
    const shown = new Set(results.flatMap(({ messages }) => messages.map(({ ruleId, messageId }) => `${ruleId ?? 'no rule'} ${messageId ?? ''}`)));
    expect([...shown].sort()).toEqual(reportingMessages().sort());
  });
});

describe('examples/clean', () => {
  it('gives no report', async () => {
    const results = await lint('clean');
    expect(results.flatMap(({ filePath, messages }) => messages.map(({ line, message }) => `${filePath}:${String(line)} ${message}`))).toEqual([]);
  });

  it('has a file for every driver', async () => {
    const files = (await lint('clean')).map(({ filePath }) => filePath.replace(/^.*\/|\.js$/g, ''));
    expect(files.sort()).toEqual(drivers.map(({ id }) => id).sort());
  });
});
