/** Code without a database costs one search of its text: no tree is walked, no other file is read. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { counters } from '../../src/javascript/counters.js';
import { parseForESLint } from '../../src/javascript/syntax/oxc-parser.js';
import { chooseFiles, listSources } from '../fuzz/corpus.js';
import { repository } from '../house/source-tree.js';

const FILES = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'];

/** What linting with every rule adds to the counters. */
function countWhile(lint: (linter: Linter, config: Linter.Config[]) => void): Readonly<Record<string, number>> {
  const before = { ...counters };
  lint(new Linter(), [{ files: FILES, languageOptions: { parser: { parseForESLint } } }, { ...plugin.configs.all, files: FILES }]);
  return Object.fromEntries(Object.entries(counters).map(([name, count]) => [name, count - (new Map(Object.entries(before)).get(name) ?? 0)]));
}

describe('the counters', () => {
  it('stay at 0 walked and 0 read on a tree without database code', () => {
    const root = join(repository, 'node_modules/zod');
    const files = chooseFiles(root, listSources([root]), 150, 60_000);
    const counted = countWhile((linter, config) => {
      for (const file of files) linter.verify(readFileSync(file, 'utf8'), config, { filename: basename(file) });
    });
    expect(files).toHaveLength(150);
    expect(counted).toEqual({ filesSeen: 150, filesWalked: 0, filesRead: 0, foldersRead: 0, modulesParsed: 0 });
  });

  it('count a file with a driver', () => {
    const counted = countWhile((linter, config) => linter.verify("new (require('pg').Pool)().query('select 1');", config, { filename: 'a.js' }));
    expect(counted).toMatchObject({ filesSeen: 1, filesWalked: 1 });
  });
});
