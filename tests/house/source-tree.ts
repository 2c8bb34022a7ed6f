/**
 * The sources of a repository as the checks of the house see them: parsed, with every import and where it leads. The
 * root is an argument, so that the same check runs on this repository and on a small tree that breaks it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';

export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export interface Import {
  readonly specifier: string;
  /** The imported file relative to the root; null for a package. */
  readonly target: string | null;
  /** True when nothing of it is left in the JavaScript. */
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly program: SyntaxNode;
  readonly imports: readonly Import[];
}

/** This repository. */
export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** A small tree under `tests/fixtures/house` that breaks one check. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/house/${name}/`, import.meta.url));
}

const generatedFolders: ReadonlySet<string> = new Set(['.git', '.run', 'coverage', 'dist', 'node_modules']);

/** All files below a folder of the root, sorted; without what git ignores. Paths are relative to the root. */
export function listFiles(root: string, folder = ''): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) return generatedFolders.has(entry.name) ? [] : listFiles(root, path);
      return entry.isFile() ? [path] : [];
    })
    .sort();
}

/** The TypeScript files of `src`, parsed. */
export function readSources(root: string): SourceFile[] {
  return listFiles(root, 'src')
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readSource(root, path));
}

function readSource(root: string, path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const { program, module, errors } = parseSync(path, text);
  if (errors.length > 0 || !isNode(program)) throw new Error(`${path} does not parse: ${String(errors[0]?.message)}`);
  const imports: Import[] = [];
  const add = (specifier: string, typeOnly: boolean): void => {
    imports.push({ specifier, typeOnly, target: specifier.startsWith('.') ? resolveRelative(path, specifier) : null });
  };
  for (const { moduleRequest, entries } of module.staticImports) {
    add(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType));
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) if (moduleRequest) add(moduleRequest.value, isType);
  }
  walk(program, (node) => {
    const specifier = lateSpecifier(node);
    if (specifier !== null) add(specifier, node.type === 'TSImportType');
  });
  return { path, text, program, imports };
}

/** The module of `import('x')`, `require('x')`, `import x = require('x')` and of the type `import('x').T`. */
function lateSpecifier(node: SyntaxNode): string | null {
  if (node.type === 'ImportExpression' || node.type === 'TSImportType') return stringValue(node['source']);
  if (node.type === 'TSExternalModuleReference') return stringValue(node['expression']);
  if (node.type !== 'CallExpression' || !Array.isArray(node['arguments'])) return null;
  const callee: unknown = node['callee'];
  return isNode(callee) && callee['name'] === 'require' ? stringValue(node['arguments'][0]) : null;
}

function resolveRelative(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
}

/** The text of a string literal or of a template without holes; null for every other node. */
export function stringValue(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null;
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis']) || node['quasis'].length !== 1) return null;
  const quasi: unknown = node['quasis'][0];
  const value: unknown = isNode(quasi) ? quasi['value'] : null;
  return typeof value === 'object' && value !== null && 'cooked' in value && typeof value.cooked === 'string' ? value.cooked : null;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Calls `enter` for each node in source order, with the nodes around it, the nearest first. */
export function walk(node: SyntaxNode, enter: (node: SyntaxNode, parents: readonly SyntaxNode[]) => void, parents: readonly SyntaxNode[] = []): void {
  enter(node, parents);
  const around = [node, ...parents];
  for (const child of Object.values(node)) {
    for (const item of Array.isArray(child) ? (child as unknown[]) : [child]) if (isNode(item)) walk(item, enter, around);
  }
}

/** `path:line`, for messages. */
export function placeOf(file: SourceFile, node: SyntaxNode): string {
  return `${file.path}:${String(file.text.slice(0, node.start).split('\n').length)}`;
}
