/** The repository is public: it speaks of the product, not of the machine or the tools it was written with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './source-tree.js';

interface Pattern {
  readonly what: string;
  readonly expression: RegExp;
  readonly files: RegExp;
}

const patterns: readonly Pattern[] = [
  { what: 'a path of one machine', expression: /(?<![\w.])\/(?:root|work|home\/\w+|Users\/\w+)\/[\w.]+/, files: /./ },
  { what: 'a temporary path', expression: /(?<![\w.])\/tmp\/\w+/, files: /\.md$/ },
  { what: 'a registry', expression: /\bregistry\.[\w-]+\.|"resolved": "https?:/, files: /./ },
  { what: 'the making of the text', expression: /co-authored[-]by:|\b(?:coding[ -]{1}assistant|language[ -]{1}model|this[ ]coding)\b/i, files: /./ },
];

/** `path:line what`, for every line that no reader of the repository should see. */
export function findPrivateText(root: string): string[] {
  return listFiles(root).flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    if (text.includes('\0')) return [];
    return text.split('\n').flatMap((line, index) => patterns.filter(({ expression, files }) => files.test(path) && expression.test(line)).map(({ what }) => `${path}:${String(index + 1)} names ${what}`));
  });
}
