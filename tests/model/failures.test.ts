/** What happens when our own code throws: one throwing rule would end the user's whole run. */
import { Linter } from 'eslint';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createRule, toEslintRule } from '../../src/create-rule.js';

const broken = createRule({
  meta: { type: 'problem', docs: { description: 'disallow nothing', footgun: 'nothing', presets: {} }, schema: [], messages: {} },
  create: () => ({
    query() {
      throw new Error('the rule is broken');
    },
  }),
});
const code = "import { Pool } from 'pg';\nnew Pool().query('select 1');\n";

function lint(): Linter.LintMessage[] {
  const plugin = { rules: { broken: toEslintRule('broken', broken) } };
  return new Linter().verify(code, [{ plugins: { db: plugin }, rules: { 'db/broken': 'error' } }], 'file.js');
}

describe('a rule that throws', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  it('is silent for the file', () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    vi.stubEnv('DEBUG', 'other');
    expect(lint()).toEqual([]);
    expect(written).not.toHaveBeenCalled();
  });

  it('says why under DEBUG=eslint-plugin-db', () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    vi.stubEnv('DEBUG', 'eslint-plugin-db');
    expect(lint()).toEqual([]);
    expect(written.mock.calls.flat().join('')).toMatch(/^eslint-plugin-db: broken failed on .*file\.js; the file is skipped\.\nError: the rule is broken/);
  });

  it('throws in our own tests', () => {
    expect(lint).toThrow('the rule is broken');
  });
});
