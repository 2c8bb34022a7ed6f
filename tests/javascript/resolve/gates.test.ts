import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { afterAll, describe, expect, it, vi } from 'vitest';
import plugin from '../../../src/index.js';
import { canHoldDatabaseCode } from '../../../src/javascript/resolve/gates.js';
import { chooseFiles, listSources } from '../../fuzz/corpus.js';
import { cases as foreign } from '../../rules/no-foreign-placeholder.cases.js';
import { cases as result } from '../../rules/no-result-as-row.cases.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const plugins = [root + 'tests/examples', root + 'examples/clean', root + 'examples/shop/src'];
const others = chooseFiles(root, listSources([`${root}node_modules`]), 150, 60_000);
const texts = [
  ...[...listSources(plugins), ...others].map((path) => readFileSync(path, 'utf8')),
  ...[foreign, result].flatMap(({ valid, invalid }) => [...valid, ...invalid].map(({ code }) => code)),
];

function lint(text: string, { configs }: typeof plugin): string {
  const messages = new Linter().verify(text, [{ ...configs.all, files: ['**'], languageOptions: { parser: tseslint.parser } }], { filename: 'file.ts' });
  return JSON.stringify(messages);
}

describe('the gates', () => {
  afterAll(() => {
    for (const gate of ['gates', 'reach']) vi.doUnmock(`../../../src/javascript/resolve/${gate}.js`);
  });

  it('change no report', async () => {
    const closed = texts.map((text) => lint(text, plugin));
    vi.resetModules();
    vi.doMock('../../../src/javascript/resolve/gates.js', async (importOriginal) => ({ ...(await importOriginal<object>()), canHoldDatabaseCode: () => true }));
    vi.doMock('../../../src/javascript/resolve/reach.js', () => ({ reachesDriver: () => true }));
    const { default: open } = await import('../../../src/index.js');
    expect(texts.map((text) => lint(text, open))).toEqual(closed);
    expect(closed.filter((messages) => messages !== '[]').length).toBeGreaterThan(100);
  });

  it.each([
    ['an import', "import pg from 'pg';", true],
    ['a Deno import', "import pg from 'npm:pg@8';", true],
    ['a require over several lines', "const {\n  Pool,\n} = require('pg');", true],
    ['a type in JSDoc', "/**\n * @param {import('pg').Pool} pool\n */", true],
    ['an import tag in JSDoc', "/**\n * @import { Pool } from 'pg'\n */", true],
    ['a global of a driver', 'const sql = new Bun.SQL(url);', true],
    ['an example in a comment', "/**\n * import pg from 'pg';\n */\n// import pg from 'pg'", false],
    ['a word that only looks like one', "const page = 'pgs'; query('x');", false],
    ['nothing at all', '', false],
  ])('let %s through: %s', (_name, text, expected) => {
    expect(canHoldDatabaseCode(text, 'file.js', false)).toBe(expected);
  });
});
