/** The reader needs no parent, no loc and no tokens, so the model of a file is the same whoever parsed it. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readModel } from '../../../src/javascript/reader/reader.js';
import { parseForESLint } from '../../../src/javascript/syntax/oxc-parser.js';
import type { ParsedFile } from '../../../src/javascript/syntax/tree.js';
import type { Model } from '../../../src/model/words.js';
import { parseFile } from '../parse-file.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const files = ['tests/examples', 'examples'].flatMap((folder) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[cm]?[jt]s$/.test(file) && !file.includes('node_modules') && !file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file}`),
);

function parseWithOxc(code: string, path: string): ParsedFile {
  const { ast, scopeManager, visitorKeys } = parseForESLint(code, { filePath: path });
  return { ast, text: code, comments: ast.comments, scopes: scopeManager.scopes, visitorKeys, types: null };
}

/** A model as text: what it says, with drivers and their facts by name. */
function described(model: Model | null): string {
  return JSON.stringify(
    model,
    (key, value: unknown) => {
      if (key === 'driver' && typeof value === 'object' && value !== null && 'id' in value) return value.id;
      if (value instanceof Map) return [...value];
      if (['facts', 'placeholders', 'reading', 'resolver', 'node', 'found'].includes(key) && typeof value === 'object') return undefined;
      return value;
    },
    1,
  );
}

it('reads all examples', () => {
  expect(files.length).toBeGreaterThan(100);
});

it.each(files)('%s is the same through espree, the typescript-eslint parser and oxc', (path) => {
  const code = readFileSync(`${root}${path}`, 'utf8');
  const throughTypescript = described(readModel(parseFile(code, 'ts')));
  expect(described(readModel(parseWithOxc(code, path)))).toBe(throughTypescript);
  if (path.endsWith('js')) expect(described(readModel(parseFile(code, 'js')))).toBe(throughTypescript);
});
