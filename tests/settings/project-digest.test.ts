import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectDigest } from '../../src/settings/project-digest.js';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'eslint-plugin-db-'));
  write({
    'app/package.json': '{}',
    'app/src/pool.js': 'export const pool = 1;',
    'app/src/users.ts': 'export const users = 1;',
    'app/lib/other.mjs': 'export const other = 1;',
    'app/node_modules/pg/index.js': '1',
    'app/.cache/built.js': '1',
    'app/coverage/sorter.js': '1',
    'app/README.md': 'read me',
  });
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

const digest = (options = {}): string => projectDigest(join(root, 'app'), options);

/** Whether a change is seen. */
function sees(change: () => void, options = {}): boolean {
  const before = digest(options);
  change();
  return digest(options) !== before;
}

describe('the digest of a project', () => {
  it.each([
    'src/users.ts', 'src/new.jsx', 'lib/other.mjs', 'src/deep/er/index.cts', 'package.json', 'packages/db/package.json', 'package-lock.json', 'yarn.lock', 'pnpm-lock.yaml',
    'pnpm-workspace.yaml', 'bun.lock', 'bun.lockb', 'tsconfig.json', 'tsconfig.base.json', 'jsconfig.json', 'deno.jsonc', '.env.example', '.env.sample', 'env.template', 'dist/index.js', '.svelte-kit/tsconfig.json',
  ])('changes with %s', (path) => {
    expect(sees(() => write({ [`app/${path}`]: 'changed' }))).toBe(true);
  });

  it.each(['README.md', '.env', '.env.local', 'data.json', 'src/style.css', 'node_modules/pg/index.js', 'src/node_modules/x/index.js', '.git/index.js', '.next/server.js', '.next/deep/tsconfig.json', 'coverage/new.js', '../other/src/x.js'])('does not change with %s', (path) => {
    expect(sees(() => write({ [`app/${path}`]: 'changed' }))).toBe(false);
  });

  it('changes when a file goes away or gets another name, and with the package.json around it', () => {
    expect(sees(() => rmSync(join(root, 'app/src/users.ts')))).toBe(true);
    expect(sees(() => renameSync(join(root, 'app/src/pool.js'), join(root, 'app/src/pools.js')))).toBe(true);
    expect(sees(() => write({ 'package.json': '{ "workspaces": ["app"] }' }))).toBe(true);
  });

  it('is the same for the same texts, wherever they lie and however old they are', () => {
    const before = digest();
    utimesSync(join(root, 'app/src/pool.js'), 1, 1);
    expect(digest()).toBe(before);
    renameSync(join(root, 'app'), join(root, 'elsewhere'));
    expect(projectDigest(join(root, 'elsewhere'))).toBe(before);
    expect(projectDigest(`${join(root, 'elsewhere')}/`)).toBe(before);
    expect(projectDigest(pathToFileURL(join(root, 'elsewhere/')))).toBe(before);
    expect(before).toMatch(/^[0-9a-f]{32}$/);
  });

  it('tells where one file ends and the next begins', () => {
    const before = digest();
    write({ 'app/src/pool.js': 'export const pool = ', 'app/src/users.ts': '1;export const users = 1;' });
    expect(digest()).not.toBe(before);
  });

  it('is made of some folders alone where they are named, and of the files beside package.json', () => {
    const options = { only: ['./src/'] };
    expect(sees(() => write({ 'app/lib/other.mjs': 'changed' }), options)).toBe(false);
    expect(sees(() => write({ 'app/src/users.ts': 'changed' }), options)).toBe(true);
    expect(sees(() => write({ 'app/tsconfig.json': 'changed' }), options)).toBe(true);
    expect(sees(() => write({ 'shared/db.js': 'changed' }), { only: ['../shared'] })).toBe(true);
  });

  it('is made of further files where they are named, also of those that are not there yet', () => {
    const options = { also: ['config/env.shared'] };
    expect(sees(() => write({ 'app/config/env.shared': '1' }), options)).toBe(true);
    expect(sees(() => write({ 'app/config/env.shared': '2' }), options)).toBe(true);
  });

  it('follows no link to a folder, and reads through a link to a file', () => {
    write({ 'outside/index.js': '1' });
    symlinkSync(join(root, 'app'), join(root, 'app/src/loop'));
    symlinkSync(join(root, 'outside/index.js'), join(root, 'app/src/linked.js'));
    symlinkSync(join(root, 'nowhere'), join(root, 'app/src/dead.js'));
    expect(sees(() => write({ 'outside/index.js': '2' }))).toBe(true);
  });

  it('takes what is too large, or no file, as there and unread', () => {
    write({ 'app/src/large.js': 'x'.repeat(2_000_001) });
    expect(sees(() => write({ 'app/src/large.js': 'y'.repeat(2_000_001) }))).toBe(false);
    expect(sees(() => write({ 'app/src/large.js': 'y' }))).toBe(true);
    mkdirSync(join(root, 'app/src/folder.js'));
    expect(digest()).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is refused for more files than can be read when a configuration is loaded', () => {
    mkdirSync(join(root, 'app/many'));
    for (let count = 0; count < 50_000; count++) writeFileSync(join(root, `app/many/${String(count)}.js`), '');
    expect(() => digest()).toThrow(
      `eslint-plugin-db: there are more than 50000 files of code in ${join(root, 'app')}, too many for projectDigest(). Name the folders that the database code is in: projectDigest(folder, { only: ['src'] }).`,
    );
    expect(digest({ only: ['src'] })).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is refused for what is no folder', () => {
    expect(() => projectDigest(join(root, 'nowhere'))).toThrow(`eslint-plugin-db: projectDigest() found no folder ${root}/nowhere.`);
    expect(() => projectDigest(join(root, 'app/package.json'))).toThrow('found no folder');
  });
});
