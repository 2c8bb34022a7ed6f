import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findPrivateText } from './public-text.js';
import { listFiles, repository } from './source-tree.js';

it('the repository names no path of a machine, no registry and not the making of its text', () => {
  expect(listFiles(repository)).toEqual(expect.arrayContaining(['package.json', 'package-lock.json', 'src/index.ts', 'tests/house/public-text.test.ts']));
  expect(findPrivateText(repository)).toEqual([]);
});

it('private text is reported with its place', () => {
  const root = mkdtempSync(join(tmpdir(), 'eslint-plugin-db-'));
  try {
    // Written in parts: as a file of the repository it would be reported itself.
    const write = (file: string, ...lines: readonly (readonly string[])[]): void => {
      writeFileSync(join(root, file), lines.map((parts) => parts.join('')).join('\n'));
    };
    write('guide.md', ['Fine: https://example.org/', 'root/x'], ['See /', 'root/project/a.md'], ['and /', 'tmp/out']);
    write('lock.json', ['{ "resolved": "', 'https://registry', '.example.org/a.tgz" }']);
    write('code.ts', ["import '/", "home/someone/a.js';"], ['// written by a coding', ' assistant'], ["mkdtemp('/", "tmp/fine')"]);
    expect(findPrivateText(root)).toEqual([
      'code.ts:1 names a path of one machine',
      'code.ts:2 names the making of the text',
      'guide.md:2 names a path of one machine',
      'guide.md:3 names a temporary path',
      'lock.json:1 names a registry',
    ]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
