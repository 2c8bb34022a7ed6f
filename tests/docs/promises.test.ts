import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fixture, listFiles, repository } from '../house/source-tree.js';
import { findDeadLinks, findMissingScripts, findUnexplained } from './promises.js';

const pages = listFiles(repository).filter((file) => file.endsWith('.md') && !file.startsWith('tests/fixtures/'));

it('the pages are those of this repository', () => {
  expect(pages).toEqual(expect.arrayContaining(['CONTRIBUTING.md', 'README.md', 'docs/architecture.md', 'docs/rules/no-foreign-placeholder.md']));
});

it('every link to a file leads to one', () => {
  expect(findDeadLinks(repository, pages)).toEqual([]);
});

it('every command that a page names exists', () => {
  expect(findMissingScripts(repository, pages)).toEqual([]);
});

it('the page on architecture explains every word of the model and names every layer', () => {
  const read = (path: string): string => readFileSync(join(repository, path), 'utf8');
  const folders = listFiles(repository, 'src').flatMap((path) => /^src\/(?:javascript\/)?[\w-]+(?=\/)/.exec(path)?.[0] ?? []);
  expect(folders).toContain('src/javascript/resolve');
  const layers = new Set(folders.filter((folder) => folder !== 'src/javascript'));
  expect(findUnexplained(read('docs/architecture.md'), read('src/model/words.ts'), [...layers])).toEqual([]);
  expect(findUnexplained('`Query` and `src/sql`, not Handle', 'export interface Query {}\nexport type Handle = null;\ntype Own = 1;', ['src/sql', 'src/attic'])).toEqual(['Handle', 'src/attic']);
});

it('dead links and missing commands are reported', () => {
  const broken = fixture('promises');
  expect(findDeadLinks(broken, ['docs/page.md'])).toEqual(['docs/page.md: gone.md', 'docs/page.md: ../gone/']);
  expect(findMissingScripts(broken, ['docs/page.md'])).toEqual(['docs/page.md: npm run bench', 'docs/page.md: npm test']);
});
