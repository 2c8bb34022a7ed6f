/** A report depends on the code alone: not on the order of the files, not on what the process saw before, not on the number of workers. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import { runOrThrow } from './programs.js';

const { eslint10 } = inject('installs');
const shop = fileURLToPath(new URL('../../examples/shop/', import.meta.url));
const files = readdirSync(join(shop, 'src')).map((name) => join(shop, 'src', name));

const SCRIPT = `
import { ESLint } from 'eslint';
const { cwd, files, concurrency, config } = JSON.parse(process.argv[2]);
const eslint = new ESLint({ cwd, overrideConfigFile: config, ignore: false, concurrency });
const results = await eslint.lintFiles(files);
const texts = results.map(({ filePath, messages }) => [filePath, messages.map(({ ruleId, message, line, column, endLine, endColumn, fix, suggestions }) => ({ ruleId, message, line, column, endLine, endColumn, fix, suggestions }))]);
console.log(JSON.stringify(Object.fromEntries(texts)));
`;

/** The reports of each file, as one run gives them. */
async function lint(given: readonly string[], concurrency: number | 'off'): Promise<Record<string, string>> {
  writeFileSync(join(eslint10, 'lint-shop.mjs'), SCRIPT);
  const config = join(eslint10, 'shop.config.mjs');
  writeFileSync(config, `import db from ${JSON.stringify(pathToFileURL(join(eslint10, 'node_modules/eslint-plugin-db/dist/index.js')).href)};\nexport default [{ ...db.configs.all, files: ['**/*.js'] }];\n`);
  const out = await runOrThrow(process.execPath, ['lint-shop.mjs', JSON.stringify({ cwd: shop, files: given, concurrency, config })], { cwd: eslint10, environment: { DEBUG: 'eslint-plugin-db:throw' } });
  const reports = JSON.parse(out) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(reports).map(([path, messages]) => [path, JSON.stringify(messages)]));
}

describe('the reports on the shop', () => {
  it('are the same in order, in reverse, file by file and with two workers', async () => {
    const inOrder = await lint(files, 'off');
    expect(Object.values(inOrder).filter((messages) => messages !== '[]').length).toBeGreaterThan(5);
    expect(readFileSync(join(shop, 'src/orders.js'), 'utf8')).not.toContain("from 'pg'");
    expect(await lint(files.toReversed(), 'off')).toEqual(inOrder);
    expect(await lint(files, 2)).toEqual(inOrder);
    const alone: Record<string, string> = {};
    for (const file of files) Object.assign(alone, await lint([file], 'off'));
    expect(alone).toEqual(inOrder);
  }, 300_000);
});
