import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRule } from '../../src/create-rule.js';
import { readExamples } from '../docs/read-examples.js';
import { renderRuleList } from '../docs/render-lists.js';
import { renderRulePage } from '../docs/render-rule-page.js';
import { repository } from '../house/source-tree.js';

const id = 'no-made-up-thing';
const written = [
  `src/rules/${id}.ts`,
  `docs/rules/${id}.md`,
  `tests/rules/${id}.cases.ts`,
  `tests/rules/${id}.test.ts`,
  `tests/examples/${id}/first.incorrect.js`,
  `tests/examples/${id}/first.correct.js`,
];

/** A copy of what a rule needs, so that nothing is written into the repository. */
let copy = '';
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'eslint-plugin-db-'));
  for (const path of ['src', 'scripts', 'tests/rules', 'tests/setup.ts', 'package.json', 'tsconfig.json', 'vitest.config.ts']) cpSync(join(repository, path), join(copy, path), { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

function run(file: string, ...args: readonly string[]): { readonly status: number | null; readonly output: string; readonly errors: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], { cwd: copy, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
  return { status, output: stdout, errors: stderr };
}

/** What stands in the copy, without the packages that it shares with the repository. */
function ownFiles(): string[] {
  return readdirSync(copy, { recursive: true, encoding: 'utf8' }).filter((file) => !file.startsWith('node_modules'));
}

describe('npm run new-rule', () => {
  it.each([
    ['nothing', [], 'Usage: npm run new-rule <id>'],
    ['two ids', ['no-one', 'no-two'], 'Usage: npm run new-rule <id>'],
    ['camel case', ['noMadeUp'], '"noMadeUp" is not in kebab-case'],
    ['a path', ['../no-escape'], '"../no-escape" is not in kebab-case'],
    ['a name that does not say what it does', ['valid-thing'], '"valid-thing" must begin with no-'],
    ['a rule that exists', ['no-foreign-placeholder'], 'src/rules/no-foreign-placeholder.ts exists already'],
  ])('refuses %s and writes nothing', (_, args, message) => {
    const before = ownFiles();
    const { status, errors } = run('scripts/new-rule.mjs', ...args);
    expect(errors).toContain(message);
    expect(status).toBe(1);
    expect(ownFiles()).toEqual(before);
  });

  it('writes a rule that compiles, whose test passes and whose page can be filled', { timeout: 120_000 }, () => {
    const { status, output } = run('scripts/new-rule.mjs', id);
    expect(status).toBe(0);
    expect([...output.matchAll(/^wrote (.+)$/gm)].map((match) => match[1])).toEqual(written);
    expect(output).toContain('npm run update');
    for (const file of written) expect(readFileSync(join(copy, file), 'utf8')).not.toContain('__ID__');

    // As `npm run update` does it.
    const ids = readdirSync(join(copy, 'src/rules')).filter((file) => file !== 'index.ts').map((file) => file.replace(/\.ts$/, ''));
    writeFileSync(join(copy, 'src/rules/index.ts'), renderRuleList(ids));

    writeFileSync(join(copy, 'tsconfig.new.json'), JSON.stringify({ extends: './tsconfig.json', include: ['src', `tests/rules/${id}.test.ts`] }));
    expect(run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.new.json')).toMatchObject({ status: 0, output: '' });

    writeFileSync(join(copy, 'vitest.new.config.mjs'), "export default { test: { setupFiles: ['tests/setup.ts'] } };");
    const tested = run('node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.new.config.mjs', `tests/rules/${id}.test.ts`);
    expect(tested.output).toMatch(/Tests\s+3 passed \(3\)/);
    expect(tested.status).toBe(0);

    const examples = readExamples(join(copy, 'tests/examples', id)).map((example) => ({ ...example, linted: [], relinted: [] }));
    const definition = createRule({ meta: { type: 'problem', docs: { description: 'disallow it', footgun: 'it', presets: {} }, schema: [], messages: {} }, create: () => ({}) });
    const page = renderRulePage({ id, definition, examples, drivers: [], text: readFileSync(join(copy, `docs/rules/${id}.md`), 'utf8') });
    expect(page).toContain(`# db/${id}`);
    expect(page).toContain('**What happens:** not run yet.');
  });

  it('refuses to write a rule a second time', () => {
    expect(run('scripts/new-rule.mjs', id)).toMatchObject({ status: 1, errors: `src/rules/${id}.ts exists already.\n` });
  });
});
