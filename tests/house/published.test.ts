import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPackage, findDeadTypings, findToolingInTypings, loadedModules, loadedPackages, publishedFiles, removePackage } from './published.js';
import { fixture, listFiles, repository } from './source-tree.js';

/** Lints database code with every rule, so that what is loaded late is loaded too. */
const lints = `
import { Linter } from 'eslint';
import plugin from './dist/index.js';
const code = "import pg from 'pg';\\nawait new pg.Pool().query('select ?', [1]);";
const messages = new Linter().verify(code, [plugin.configs.all], 'a.js');
if (messages.length !== 1 || messages[0].ruleId !== 'db/no-foreign-placeholder') throw new Error(JSON.stringify(messages));
`;

let folder = '';
beforeAll(() => {
  folder = buildPackage(repository);
}, 120_000);
afterAll(() => {
  removePackage(folder);
});

describe('the published package', () => {
  it('has typings that mention neither typescript nor typescript-eslint, and need nothing but ESLint', () => {
    const files = publishedFiles(folder);
    expect(files).toEqual(expect.arrayContaining(['dist/index.d.ts', 'dist/index.js', 'dist/javascript/reader/reader.js']));
    expect(findToolingInTypings(folder, files)).toEqual([]);
    for (const entry of ['dist/index.d.ts', 'dist/config.d.ts']) expect(findDeadTypings(folder, files, entry, ['eslint'])).toEqual([]);
  });

  it('is reported when its typings mention them, or need what is not there', () => {
    const broken = fixture('typings');
    const files = listFiles(broken).filter((file) => file !== 'private.d.ts');
    expect(findToolingInTypings(broken, files)).toEqual(['index.d.ts: typescript', 'model.d.ts: @typescript-eslint/utils', 'reference.d.ts: typescript']);
    expect(findDeadTypings(broken, files, 'index.d.ts', ['typescript'])).toEqual(['model.d.ts needs @typescript-eslint/utils', 'private.d.ts is not published']);
  });

  it('loads neither of them while it lints', () => {
    const packages = loadedPackages(folder, lints);
    expect(packages).toContain('eslint');
    expect(packages).not.toContain('typescript');
    expect(packages).not.toContain('@typescript-eslint/utils');
  });

  it('loads no rule for the helpers of a configuration, and no package', () => {
    const program = "import { defineSettings, projectDigest } from 'eslint-plugin-db/config';\ndefineSettings({ cacheKey: projectDigest(import.meta.dirname, { only: [] }) });";
    const modules = loadedModules(folder, program).map((file) => file.replace(/^.*\/(?=dist\/)/, ''));
    const files = modules.filter((file) => !file.startsWith('node:') && !file.endsWith('/loads.mjs'));
    expect(files.filter((file) => !/^dist\/(?:config\.js|settings\/|facts\/)/.test(file))).toEqual([]);
    expect(files.filter((file) => file.startsWith('dist/settings/') || file === 'dist/config.js').length).toBe(readdirSync(join(folder, 'dist/settings')).filter((file) => file.endsWith('.js')).length + 1);
    // The counter sees what the plugin loads.
    expect(loadedModules(folder, lints).filter((file) => file.includes('/dist/rules/')).length).toBeGreaterThan(5);
  });

  it('is reported when it loads them, by import or by require', () => {
    mkdirSync(join(folder, 'broken'), { recursive: true });
    writeFileSync(join(folder, 'broken/late.cjs'), "require('typescript');");
    expect(loadedPackages(folder, "await import('./broken/late.cjs');")).toContain('typescript');
    expect(loadedPackages(folder, "import '@typescript-eslint/utils';")).toContain('@typescript-eslint/utils');
  });
}, 60_000);
