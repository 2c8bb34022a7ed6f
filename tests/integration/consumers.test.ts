/** Projects that install the package: what arrives, and that each kind of configuration can use it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { repository } from '../house/source-tree.js';
import { FOREIGN, writeFiles } from './files.js';
import { runOrThrow, runProgram, type Finished } from './programs.js';

const { tarball, eslint9, eslint10 } = inject('installs');
const eslint = (install: string): string => join(install, 'node_modules/eslint/bin/eslint.js');
const bin = (name: string): string => join(repository, 'node_modules/.bin', name);

describe('the tarball', () => {
  let files: string[] = [];
  beforeAll(async () => {
    files = (await runOrThrow('tar', ['-tzf', tarball], { cwd: repository })).trim().split('\n').map((path) => path.replace(/^package\//, '')).sort();
  });

  it('holds the plugin, its typings, its pages, and nothing else', () => {
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json', 'dist/index.js', 'dist/index.d.ts', 'dist/cli/main.js', 'docs/rules/no-foreign-placeholder.md']));
    const belongs = /^(?:LICENSE|README\.md|package\.json|\.pre-commit-hooks\.yaml|dist\/(?:[\w-]+\/)*[\w-]+\.(?:js|d\.ts)|docs\/rules\/[\w-]+\.md)$/;
    expect(files.filter((path) => !belongs.test(path))).toEqual([]);
  });

  it('has nothing to object to for publint', async () => {
    const { code, out, error } = await runProgram(bin('publint'), ['run', tarball, '--strict'], { cwd: repository });
    expect({ code, text: `${out}${error}` }).toEqual({ code: 0, text: expect.stringContaining('All good!') as string });
  });

  it('has typings that every kind of ESM import finds', async () => {
    const { code, out, error } = await runProgram(bin('attw'), [tarball, '--profile', 'esm-only'], { cwd: repository });
    const table = `${out}${error}`;
    expect({ code, table }).toEqual({ code: 0, table: expect.stringMatching(/node16 \(from ESM\).*🟢 \(ESM\)/) as string });
    // The resolution of TypeScript 4.6 and older knows no exports, but that of a package's own name.
    const judged = table.split('\n').filter((line) => !line.includes('(ignored'));
    expect(judged.join('\n')).not.toMatch(/❌|💀|🚫/u);
    expect(judged.filter((line) => line.includes('🟢 (ESM)'))).toHaveLength(2);
  });
});

describe.each([
  ['ESLint 10', eslint10],
  ['ESLint 9.0', eslint9],
])('a project with %s', (_, install) => {
  const files = {
    'esm/eslint.config.mjs': "import db from 'eslint-plugin-db';\nexport default [db.configs.recommended];\n",
    'esm/users.js': FOREIGN,
    'cjs/eslint.config.cjs': "const db = require('eslint-plugin-db');\nmodule.exports = [{ plugins: { db }, rules: { 'db/no-foreign-placeholder': 'warn' } }];\n",
    'cjs/users.js': FOREIGN,
  };
  const lint = async (folder: string): Promise<Finished> => await runProgram(process.execPath, [eslint(install), '-f', 'json', '.'], { cwd: join(writeFiles(install, files), folder) });

  it('uses it in an ESM configuration', async () => {
    const { code, out, error } = await lint('esm');
    expect({ code, error }).toEqual({ code: 1, error: '' });
    expect(JSON.parse(out)).toMatchObject([{}, { messages: [{ ruleId: 'db/no-foreign-placeholder', severity: 2, line: 5 }] }]);
  });

  it('gets the plugin itself from require in a CommonJS configuration, without a warning of Node', async () => {
    const { code, out, error } = await lint('cjs');
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(JSON.parse(out)).toMatchObject([{}, { messages: [{ ruleId: 'db/no-foreign-placeholder', severity: 1, line: 5 }] }]);
  });

  it('gets the helpers of a configuration, by import and by require', async () => {
    const settings = "{ modules: { '@acme/db': { pool: 'pg.Pool' } } }";
    const code = FOREIGN.replace("import { Pool } from 'pg';", "import { pool } from '@acme/db';").replace('const pool = new Pool();\n', '\n');
    const helped = {
      'esm-settings/eslint.config.mjs': `import db from 'eslint-plugin-db';\nimport { defineSettings } from 'eslint-plugin-db/config';\nexport default [db.configs.recommended, { settings: { db: defineSettings(${settings}) } }];\n`,
      'esm-settings/users.js': code,
      'cjs-settings/eslint.config.cjs': `const db = require('eslint-plugin-db');\nconst { defineSettings, projectDigest } = require('eslint-plugin-db/config');\nmodule.exports = [db.configs.recommended, { settings: { db: { ...defineSettings(${settings}), cacheKey: projectDigest(__dirname) } } }];\n`,
      'cjs-settings/users.js': code,
    };
    for (const folder of ['esm-settings', 'cjs-settings']) {
      const { code: exit, out, error } = await runProgram(process.execPath, [eslint(install), '-f', 'json', '.'], { cwd: join(writeFiles(install, helped), folder) });
      expect({ exit, error }).toEqual({ exit: 1, error: '' });
      expect(JSON.parse(out)).toMatchObject([{}, { messages: [{ ruleId: 'db/no-foreign-placeholder', line: 5 }] }]);
    }
  });

  it('is told of a mistake in the settings before anything is linted', async () => {
    writeFiles(install, { 'wrong-settings/eslint.config.mjs': "import { defineSettings } from 'eslint-plugin-db/config';\nexport default [{ settings: { db: defineSettings({ pooler: 'transactions' }) } }];\n", 'wrong-settings/users.js': FOREIGN });
    const { code, error } = await runProgram(process.execPath, [eslint(install), '.'], { cwd: join(install, 'wrong-settings') });
    expect(code).toBe(2);
    expect(error).toContain('TypeError: eslint-plugin-db: `settings.db.pooler` is "transactions". Write "transaction".');
  });

  it('gets the commands', async () => {
    const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { version: string };
    for (const command of ['db-lint', 'eslint-plugin-db']) {
      expect(await runProgram(join(install, 'node_modules/.bin', command), ['--version'], { cwd: install })).toEqual({ code: 0, out: `${version}\n`, error: '' });
    }
    writeFiles(install, { 'command/users.js': FOREIGN });
    const { code, out } = await runProgram(join(install, 'node_modules/.bin/db-lint'), ['--format', 'github', 'command'], { cwd: install });
    expect(code).toBe(1);
    expect(out).toContain('::error file=command/users.js,line=5,');
  });
});

describe('a TypeScript project without typescript-eslint', () => {
  const compile = async (name: string, config: string): Promise<Finished> => {
    const folder = writeFiles(join(eslint10, name), {
      'tsconfig.json': JSON.stringify({ compilerOptions: { strict: true, skipLibCheck: false, noEmit: true, module: 'NodeNext', target: 'ES2023', types: [] }, files: ['eslint.config.mts'] }),
      'eslint.config.mts': config,
    });
    return await runProgram(process.execPath, [join(eslint10, 'node_modules/typescript/bin/tsc'), '-p', '.'], { cwd: folder });
  };
  const imports = "import { defineConfig } from 'eslint/config';\nimport db from 'eslint-plugin-db';\n";

  it('compiles its configuration with every declaration checked', async () => {
    expect(existsSync(join(eslint10, 'node_modules/@typescript-eslint/utils'))).toBe(false);
    const config = `${imports}export default defineConfig([{ files: ['**/*.ts'], plugins: { db }, extends: [db.configs.recommended, 'db/strict'] }, db.configs.all]);\n`;
    expect(await compile('typed', config)).toEqual({ code: 0, out: '', error: '' });
  });

  it('gets types for its settings', async () => {
    const helpers = "import { defineSettings, projectDigest, type DbSettings } from 'eslint-plugin-db/config';\n";
    const settings = "const settings: DbSettings = { modules: { '@acme/db': { pool: 'pg.Pool' } }, pooler: 'none', envFiles: ['.env.example'], cacheKey: projectDigest('.', { only: ['src'] }) };\n";
    expect(await compile('typed-settings', `${imports}${helpers}${settings}export default defineConfig([db.configs.all, { settings: { db: defineSettings(settings) } }]);\n`)).toEqual({ code: 0, out: '', error: '' });
    const { code, out } = await compile('mistyped-settings', `${helpers}export default [{ settings: { db: defineSettings({ poolr: 'none' }) } }];\n`);
    expect(code).not.toBe(0);
    expect(out).toContain("'poolr' does not exist in type 'DbSettings'");
  });

  it('is told of a preset that does not exist', async () => {
    const { code, out } = await compile('mistyped', `${imports}export default defineConfig([db.configs.recomended]);\n`);
    expect(code).not.toBe(0);
    expect(out).toContain("eslint.config.mts(3,41): error TS2551: Property 'recomended' does not exist");
  });
});
