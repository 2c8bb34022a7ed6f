/** The hook of this repository in the real pre-commit: a bad commit is blocked, a good one goes through. */
import { cpSync, mkdirSync, mkdtempSync, realpathSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository } from '../house/source-tree.js';
import { FIXED, FOREIGN, PLACE, writeFiles } from './files.js';
import { runOrThrow, runProgram, type Finished } from './programs.js';

/** pre-commit installs all development dependencies, builds, packs and installs the package. */
const INSTALL_LIMIT = 300_000;

describe('the pre-commit hook', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'eslint-plugin-db-hook-')));
  const plugin = join(root, 'plugin');
  const project = join(root, 'project');
  const environment = {
    PRE_COMMIT_HOME: join(root, 'cache'),
    HOME: root,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.invalid',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.invalid',
    // npm's cache is the machine's, whatever HOME says.
    npm_config_cache: '',
  };

  const git = async (cwd: string, ...argv: string[]): Promise<string> => await runOrThrow('git', argv, { cwd, environment });
  const commit = async (users: string): Promise<Finished> => {
    writeFiles(project, { 'users.js': users });
    await git(project, 'add', '.');
    return await runProgram('git', ['commit', '-m', 'users'], { cwd: project, environment, limit: INSTALL_LIMIT });
  };

  beforeAll(async () => {
    environment.npm_config_cache = (await runOrThrow('npm', ['config', 'get', 'cache'], { cwd: root })).trim();
    await copyWorkTree(plugin);
    await git(plugin, 'init', '--quiet');
    await git(plugin, 'add', '--all');
    await git(plugin, 'commit', '--quiet', '--message', 'work tree');
    mkdirSync(project);
    await git(project, 'init', '--quiet');
  });
  afterAll(async () => {
    await rm(root, { recursive: true, force: true });
  });

  it('is found by try-repo, and shows its report', { timeout: INSTALL_LIMIT }, async () => {
    writeFiles(project, { 'users.js': FOREIGN });
    await git(project, 'add', '.');
    const { code, out } = await runProgram('pre-commit', ['try-repo', plugin, 'db-lint', '--all-files', '--color=never'], { cwd: project, environment, limit: INSTALL_LIMIT });
    expect(out).toMatch(/db-lint\.+Failed/);
    expect(out).toContain(`${String(PLACE.line)}:${String(PLACE.column + 1)}  error`);
    expect(out).toContain('db/no-foreign-placeholder');
    expect(code).toBe(1);
  });

  it('blocks a bad commit with the report, and lets the fixed one through', { timeout: INSTALL_LIMIT }, async () => {
    const revision = (await git(plugin, 'rev-parse', 'HEAD')).trim();
    writeFiles(project, { '.pre-commit-config.yaml': `repos:\n  - repo: ${plugin}\n    rev: ${revision}\n    hooks:\n      - id: db-lint\n` });
    await runOrThrow('pre-commit', ['install'], { cwd: project, environment });

    const blocked = await commit(FOREIGN);
    expect(blocked.code).toBe(1);
    expect(`${blocked.out}${blocked.error}`).toContain('db/no-foreign-placeholder');
    expect((await runProgram('git', ['rev-parse', '--verify', 'HEAD'], { cwd: project, environment })).code).not.toBe(0);

    const passed = await commit(FIXED);
    expect(`${passed.out}${passed.error}`).toMatch(/db-lint\.+Passed/);
    expect(passed.code).toBe(0);
    expect(await git(project, 'show', 'HEAD:users.js')).toBe(FIXED);
  });
});

/** The files of the repository as they are now, committed or not, without what git ignores. */
async function copyWorkTree(target: string): Promise<void> {
  const listed = await runOrThrow('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: repository });
  for (const path of listed.split('\0')) {
    const source = join(repository, path);
    if (path === '' || statSync(source, { throwIfNoEntry: false })?.isFile() !== true) continue;
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(source, join(target, path));
  }
}
