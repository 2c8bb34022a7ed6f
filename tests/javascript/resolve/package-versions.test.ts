import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Linter } from 'eslint';
import { afterAll, describe, expect, it } from 'vitest';
import plugin from '../../../src/index.js';
import { beginFile } from '../../../src/javascript/resolve/files.js';
import { isPackageAtLeast } from '../../../src/javascript/resolve/package-versions.js';

const root = mkdtempSync(join(tmpdir(), 'eslint-plugin-db-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A file in a new project whose package.json is this text. */
function fileIn(name: string, manifest: string): string {
  mkdirSync(join(root, name, 'src'), { recursive: true });
  writeFileSync(join(root, name, 'package.json'), manifest);
  // A file that is linted again says that others may have changed.
  for (const path of [root, root]) beginFile(path);
  return join(root, name, 'src', 'file.js');
}

const wants = (range: string): string => JSON.stringify({ dependencies: { driver: range } });

describe('the version of a package', () => {
  it.each([
    ['^0.44.1', true],
    ['0.44.0', true],
    ['~0.45', true],
    ['>=0.44', true],
    ['1', true],
    ['v1.0.0-beta.1', true],
    ['npm:driver@0.44.2', true],
    ['latest', true],
    ['*', true],
    ['^0.43.9', false],
    ['0.38.x', false],
    ['^0', false],
    ['>=0.30', false],
    ['catalog:', false],
    ['workspace:*', false],
    ['file:../driver', false],
    ['', false],
  ])('%s is at least 0.44.0: %s', (range, expected) => {
    expect(isPackageAtLeast(fileIn('range', wants(range)), 'driver', '0.44.0')).toBe(expected);
  });

  it('is that of the nearest package.json that names it', () => {
    fileIn('outer', wants('^0.30.0'));
    expect(isPackageAtLeast(fileIn('outer/inner', '{ "name": "inner" }'), 'driver', '0.44.0')).toBe(false);
    expect(isPackageAtLeast(fileIn('outer/inner', wants('^0.45.0')), 'driver', '0.44.0')).toBe(true);
  });

  it('is the newest where nobody names it, whatever is in the package.json', () => {
    for (const manifest of ['{}', 'null', '[]', '{ broken', '{ "dependencies": 5 }', '{ "dependencies": { "other": "1" } }']) {
      expect(isPackageAtLeast(fileIn('strange', manifest), 'driver', '0.44.0'), manifest).toBe(true);
    }
    expect(isPackageAtLeast(null, 'driver', '0.44.0')).toBe(true);
  });

  it('decides what the errors of a driver look like', () => {
    const code = "import { drizzle } from 'drizzle-orm/node-postgres'; const db = drizzle('');\ntry { await db.select(); } catch (err) { if (err.code === '23505') f(); }";
    const lint = (range: string): number => new Linter({ cwd: root }).verify(code, [plugin.configs.recommended], { filename: fileIn('drizzle', JSON.stringify({ dependencies: { 'drizzle-orm': range } })) }).length;
    expect([lint('^0.45.0'), lint('^0.38.0'), lint('catalog:')]).toEqual([1, 0, 0]);
  });
});
