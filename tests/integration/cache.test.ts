/** `eslint --cache` compares the linted file and the configuration alone: what a digest of the project in the settings cures. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { writeFiles } from './files.js';
import { runProgram } from './programs.js';

const { eslint9, eslint10 } = inject('installs');

const config = (settings: string): string => `import db from 'eslint-plugin-db';
import { defineSettings, projectDigest } from 'eslint-plugin-db/config';
export default [db.configs.recommended, { settings: { db: defineSettings(${settings}) } }];
`;
const withDigest = config('{ cacheKey: projectDigest(import.meta.dirname) }');
const withoutDigest = config('{}');

/** The pool of a driver that takes `$1`, and one of a driver that takes `?`. */
const postgres = "import { Pool } from 'pg';\nexport const pool = new Pool();\n";
const mysql = "import { createPool } from 'mysql2/promise';\nexport const pool = createPool('mysql://localhost');\n";
const users = "import { pool } from './pool.js';\nexport const find = (id) => pool.query('select * from users where id = ?', [id]);\n";

interface Run {
  /** Reports in `users.js`, as `rule line`. */
  readonly reports: readonly string[];
  /** Names of the files whose results came from the cache. */
  readonly cached: readonly string[];
}

describe.each([
  ['ESLint 10', eslint10],
  ['ESLint 9.0', eslint9],
])('%s with --cache', (_, install) => {
  const project = (name: string, configuration: string): ((change?: Readonly<Record<string, string>>, argv?: readonly string[]) => Promise<Run>) => {
    const folder = join(install, name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    writeFiles(folder, { 'eslint.config.mjs': configuration, 'package.json': '{ "type": "module", "dependencies": { "mysql2": "^3.0.0", "pg": "^8.0.0" } }', 'users.js': users });
    return async (change = {}, argv = ['--cache']) => {
      writeFiles(folder, change);
      const { out, error } = await runProgram(process.execPath, [join(install, 'node_modules/eslint/bin/eslint.js'), ...argv, '-f', 'json', '.'], { cwd: folder, environment: { DEBUG: 'eslint:*', DEBUG_COLORS: '0' } });
      const results = JSON.parse(out) as { readonly filePath: string; readonly messages: readonly { readonly ruleId: string; readonly line: number }[] }[];
      const reports = results.filter(({ filePath }) => filePath.endsWith('users.js')).flatMap(({ messages }) => messages.map(({ ruleId, line }) => `${ruleId} ${String(line)}`));
      const cached = [...error.matchAll(/Skipping file since it hasn't changed: .*[/\\]([\w.-]+)$/gm)].map((match) => match[1] ?? '');
      return { reports, cached: cached.sort() };
    };
  };
  const found = ['db/no-foreign-placeholder 2'];

  it('reports anew in a file that has not changed when its pool has, with the digest', async () => {
    const lint = project('cache-digest', withDigest);
    expect(await lint({ 'pool.js': mysql })).toEqual({ reports: [], cached: [] });
    expect(await lint()).toEqual({ reports: [], cached: ['eslint.config.mjs', 'pool.js', 'users.js'] });
    expect(await lint({ 'pool.js': postgres })).toEqual({ reports: found, cached: [] });
    expect(await lint()).toEqual({ reports: found, cached: ['eslint.config.mjs', 'pool.js', 'users.js'] });
    expect(await lint({ 'pool.js': mysql })).toEqual({ reports: [], cached: [] });
    // What no report can depend on costs nothing.
    expect(await lint({ 'README.md': 'read me' })).toEqual({ reports: [], cached: ['eslint.config.mjs', 'pool.js', 'users.js'] });
  });

  it('goes on to say what it said before, without the digest', async () => {
    const lint = project('cache-plain', withoutDigest);
    expect(await lint({ 'pool.js': mysql })).toEqual({ reports: [], cached: [] });
    expect(await lint({ 'pool.js': postgres })).toEqual({ reports: [], cached: ['eslint.config.mjs', 'users.js'] });
    expect(await lint({}, [])).toEqual({ reports: found, cached: [] });
  });
});
