/** Size, names and habits of source files. */
import { posix } from 'node:path';
import { isNode, placeOf, walk, type SourceFile, type SyntaxNode } from './source-tree.js';

/** A file that may be longer than its kind, and why. */
export interface LongFile {
  readonly path: string;
  readonly lines: number;
  readonly reason: string;
}

function lineBudget(path: string): number {
  if (path.startsWith('src/rules/')) return 120;
  return path.startsWith('src/facts/drivers/') ? 200 : 300;
}

/** Files over their budget, and exceptions that are no longer one. */
export function findLongFiles(files: readonly SourceFile[], exceptions: readonly LongFile[]): string[] {
  const tooLong = files.flatMap(({ path, text }) => {
    const lines = text.replace(/\n$/, '').split('\n').length;
    const budget = exceptions.find((exception) => exception.path === path)?.lines ?? lineBudget(path);
    return lines > budget ? [`${path} has ${String(lines)} lines, its budget is ${String(budget)}`] : [];
  });
  const idle = exceptions.filter(({ path }) => {
    const file = files.find((candidate) => candidate.path === path);
    return file === undefined || file.text.split('\n').length <= lineBudget(path);
  });
  return [...tooLong, ...idle.map(({ path }) => `${path} needs no exception`)];
}

/** Names that say nothing, and file names that are not in kebab-case. */
export function findBadFileNames(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path }) => {
    const parts = path.replace(/\.ts$/, '').split('/');
    if (parts.some((part) => /^(?:utils?|helpers?|common|misc|shared)$/.test(part))) return [`${path}: say what it is about`];
    return parts.every((part) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(part)) ? [] : [`${path}: write it in kebab-case`];
  });
}

/** Imports of a layer's `index.ts` by files of that layer: a circle, sooner or later. */
export function findOwnIndexImports(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, imports }) =>
    imports.flatMap(({ target }) => {
      const isOwn = target !== null && posix.basename(target) === 'index.ts' && target !== 'src/index.ts' && path.startsWith(`${posix.dirname(target)}/`);
      return isOwn ? [`${path} imports ${target}, the index of its own folder`] : [];
    }),
  );
}

/** `context.report` anywhere but inside `create` of a rule, where tools that lint rules look for it. */
export function findStrayReports(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const problems: string[] = [];
    walk(file.program, (node, parents) => {
      if (!isReport(node) || (file.path.startsWith('src/rules/') && parents.some(isCreate))) return;
      problems.push(`${placeOf(file, node)} reports outside create() of a rule`);
    });
    return problems;
  });
}

function isReport(node: SyntaxNode): boolean {
  const object: unknown = node['object'];
  const property: unknown = node['property'];
  return node.type === 'MemberExpression' && isNode(object) && object['name'] === 'context' && isNode(property) && property['name'] === 'report';
}

function isCreate(node: SyntaxNode): boolean {
  const key: unknown = node['key'];
  return node.type === 'Property' && isNode(key) && key['name'] === 'create';
}

/** Regular expressions in rules: text that a rule wants to match is a word that the model lacks. */
export function findPatternsInRules(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => path.startsWith('src/rules/'))
    .flatMap((file) => {
      const problems: string[] = [];
      walk(file.program, (node) => {
        const callee: unknown = node['callee'];
        const isPattern = (node.type === 'Literal' && 'regex' in node) || (isNode(callee) && callee['name'] === 'RegExp');
        if (isPattern) problems.push(`${placeOf(file, node)} matches text with a regular expression`);
      });
      return problems;
    });
}
