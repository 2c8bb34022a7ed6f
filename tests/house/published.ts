/** What a project gets that installs the package: its typings and what its code loads. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';
import { isNode, stringValue, walk } from './source-tree.js';

/** Builds the package into a folder of its own, so that `dist` and whoever uses it are left alone. */
export function buildPackage(root: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'eslint-plugin-db-'));
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json'), '--outDir', join(folder, 'dist')], { encoding: 'utf8' });
  if (status !== 0) {
    removePackage(folder);
    throw new Error(`The package does not build:\n${stdout}`);
  }
  for (const file of ['package.json', 'LICENSE', 'README.md', 'docs']) if (existsSync(join(root, file))) cpSync(join(root, file), join(folder, file), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

export function removePackage(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** The files that `npm publish` would send. */
export function publishedFiles(folder: string): string[] {
  const output: unknown = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  // npm 11 answers with a list of packages, npm 12 with a record of them.
  const [packed] = Object.values(output ?? {}) as unknown[];
  const files = typeof packed === 'object' && packed !== null && 'files' in packed && Array.isArray(packed.files) ? (packed.files as unknown[]) : [];
  return files.flatMap((file) => (typeof file === 'object' && file !== null && 'path' in file && typeof file.path === 'string' ? [file.path] : [])).sort();
}

/** The imports of typings that a project without TypeScript tooling could not follow: `file: specifier`. */
export function findToolingInTypings(folder: string, files: readonly string[]): string[] {
  return files
    .filter((file) => file.endsWith('.d.ts'))
    .flatMap((file) => {
      const specifiers = typingSpecifiers(file, readFileSync(join(folder, file), 'utf8'));
      return [...new Set(specifiers)].filter(isTooling).map((specifier) => `${file}: ${specifier}`);
    });
}

function typingSpecifiers(file: string, text: string): string[] {
  const found = [...text.matchAll(/^\/\/\/\s*<reference types="([^"]+)"/gm)].flatMap((match) => match[1] ?? []);
  const { program } = parseSync(file, text);
  if (!isNode(program)) return found;
  walk(program, (node) => {
    const source = stringValue(node['source'] ?? node['expression']);
    if (source !== null && node.type !== 'ExpressionStatement') found.push(source);
  });
  return found;
}

function isTooling(specifier: string): boolean {
  return specifier === 'typescript' || specifier.startsWith('typescript/') || specifier.startsWith('@typescript-eslint/') || specifier === 'typescript-eslint';
}

/**
 * What a project meets that follows the typings from `entry`: typings that are not published, and packages that it need not
 * have. Only those of `packages` are sure to be there.
 */
export function findDeadTypings(folder: string, files: readonly string[], entry: string, packages: readonly string[]): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    if (!files.includes(file)) {
      problems.push(`${file} is not published`);
      return;
    }
    for (const specifier of typingSpecifiers(file, readFileSync(join(folder, file), 'utf8'))) {
      if (specifier.startsWith('.')) visit(join(file, '..', specifier).replace(/\.js$/, '.d.ts'));
      else if (!packages.includes(specifier)) problems.push(`${file} needs ${specifier}`);
    }
  };
  visit(entry);
  return problems;
}

/** The files that a program loads, those that are loaded late included. */
export function loadedModules(folder: string, program: string): string[] {
  const file = join(folder, 'loads.mjs');
  const recorder = fileURLToPath(new URL('../fixtures/loaded-modules.mjs', import.meta.url));
  writeFileSync(file, program);
  return execFileSync(process.execPath, ['--import', recorder, file], { cwd: folder, encoding: 'utf8' }).split('\n').filter((line) => line !== '');
}

/** Names of the packages of which a program loads at least one file, lazily loaded ones included. Sorted. */
export function loadedPackages(folder: string, program: string): string[] {
  const packages = loadedModules(folder, program).flatMap((line) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(line)?.[1] ?? []);
  return [...new Set(packages)].sort();
}
