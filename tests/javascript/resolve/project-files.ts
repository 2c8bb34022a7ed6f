import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { resolverOf } from '../../../src/javascript/resolve/project.js';
import type { Node } from '../../../src/javascript/syntax/nodes.js';
import { parseModule } from '../../../src/javascript/syntax/module-parser.js';
import { buildTree } from '../../../src/javascript/syntax/tree.js';
import { readSettings } from '../../../src/settings/read-settings.js';
import { inShort } from './probe.js';

/** The files of a project by their path; `{ link }` makes a symbolic link. */
export type Files = Readonly<Record<string, string | { readonly link: string }>>;

const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

/** Writes the files into a folder of their own, beside a package.json that depends on a driver unless they bring one. */
export function writeProject(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), 'db-project-'));
  roots.push(root);
  for (const [path, content] of Object.entries<Files[string]>({ 'package.json': '{ "dependencies": { "pg": "^8.0.0" } }', ...files })) {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    if (typeof content === 'string') writeFileSync(target, content);
    else symlinkSync(content.link, target);
  }
  return root;
}

/** What the argument of `probe(…)` in a file of the project holds, and how that is known: `pg.pool, module`. */
export function probeProject(files: Files, path: string, settings: object = {}): string {
  const root = writeProject(files);
  const text = files[path];
  const file = typeof text === 'string' ? parseModule(text, join(root, path)) : null;
  if (file === null) throw new Error(`${path} does not parse`);
  let probed: Node | null = null;
  const tree = buildTree(file, (node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'probe') probed = node.arguments[0] ?? null;
  });
  if (probed === null) throw new Error('no probe(…) in the code');
  const fail = (error: unknown): never => {
    throw error;
  };
  const value = resolverOf(tree, fail, readSettings(settings)).expression(probed);
  return value.kind === 'handle' ? `${inShort(value)}, ${value.known}` : inShort(value);
}
