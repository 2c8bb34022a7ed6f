/** Packages of the same workspace: npm's and yarn's `workspaces`, pnpm's `pnpm-workspace.yaml`. */
import { dirname, join } from 'node:path';
import { currentGeneration, readText } from './files.js';
import { findUp, listBelow } from './folders.js';
import { globMatcher, parseYaml } from './libraries.js';
import { readManifest, type PackageManifest } from './manifests.js';

/** Workspaces with more files and folders above their packages are not searched. */
const MAX_LISTED = 20_000;
/** `packages/**` is followed to this depth. */
const MAX_DEPTH = 4;

export interface FoundPackage {
  readonly folder: string;
  readonly manifest: PackageManifest;
  /** What follows the package's name in the specifier: the empty string, or `/sub/path`. */
  readonly subpath: string;
}

interface Workspace {
  readonly generation: number;
  /** Folders by package name. */
  readonly packages: ReadonlyMap<string, string>;
}

const workspaces = new Map<string, Workspace>();

/** The package of the workspace around a file that a specifier names; null when it names none. */
export function packageFolder(file: string, specifier: string): FoundPackage | null {
  const [, name, subpath = ''] = /^((?:@[^/]+\/)?[^./@#][^/]*)(\/.*)?$/.exec(specifier) ?? [];
  const root = name === undefined ? null : workspaceRoot(file);
  if (name === undefined || root === null) return null;
  const folder = packagesOf(root).get(name);
  const manifest = folder === undefined ? null : readManifest(folder);
  return folder === undefined || manifest === null ? null : { folder, manifest, subpath };
}

/** The folders of all packages of a workspace by name; empty where the file belongs to none. */
export function workspacePackages(file: string): ReadonlyMap<string, string> {
  const root = workspaceRoot(file);
  return root === null ? new Map() : packagesOf(root);
}

function workspaceRoot(file: string): string | null {
  return findUp(dirname(file), (folder) => patternsOf(folder).length > 0);
}

function packagesOf(root: string): ReadonlyMap<string, string> {
  const known = workspaces.get(root);
  if (known?.generation === currentGeneration()) return known.packages;
  const packages = findPackages(root, patternsOf(root));
  workspaces.set(root, { generation: currentGeneration(), packages });
  return packages;
}

function findPackages(root: string, patterns: readonly string[]): ReadonlyMap<string, string> {
  const plain = patterns.map((pattern) => pattern.replace(/^(!?)(?:\.\/)?/, '$1').replace(/\/+$/, ''));
  const wanted = plain.filter((pattern) => !pattern.startsWith('!'));
  const isPackage = globMatcher(wanted, { ignore: plain.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1)) });
  const depth = Math.max(0, ...wanted.map((pattern) => (pattern.includes('**') ? MAX_DEPTH : pattern.split('/').length)));
  const packages = new Map<string, string>();
  for (const { path, isFolder } of listBelow(root, MAX_LISTED, (folder) => folder.split('/').length < depth) ?? []) {
    const name = isFolder && isPackage(path) ? readManifest(join(root, path))?.name : undefined;
    if (name !== undefined && !packages.has(name)) packages.set(name, join(root, path));
  }
  return packages;
}

function patternsOf(folder: string): readonly string[] {
  const yaml = readText(join(folder, 'pnpm-workspace.yaml'));
  return yaml === null ? (readManifest(folder)?.workspaces ?? []) : yamlPatterns(yaml);
}

function yamlPatterns(text: string): readonly string[] {
  try {
    const content = parseYaml(text);
    const patterns: unknown = typeof content === 'object' && content !== null ? Reflect.get(content, 'packages') : null;
    return Array.isArray(patterns) ? patterns.filter((pattern) => typeof pattern === 'string') : [];
  } catch {
    return [];
  }
}

/** Folders where a package keeps what was built from its `src`. */
const BUILT = /^(?:\.\/)?(?:dist|build|lib|out|output|esm|cjs|types)(?:\/(?:esm|cjs|types|src|lib|es))?\//;

/** The source file that an entry of a package stands for: the entry itself, or what it is built from. */
export function sourceOfPackage({ folder, manifest, subpath }: FoundPackage, resolve: (folder: string, request: string) => string | null): string | null {
  const entries = subpath === '' ? [...targetsOf(manifest.exports, '.'), ...manifest.entries] : targetsOf(manifest.exports, `.${subpath}`);
  const sources = entries.flatMap((entry) => (BUILT.test(entry) ? [`./${entry.replace(BUILT, 'src/')}`] : [entry]));
  const rest = subpath === '' ? ['./src/index', './index'] : [`./src${subpath}`, `.${subpath}`];
  for (const request of [...sources, ...rest]) {
    const path = resolve(folder, request.replace(/\.d\.([cm]?)ts$/, '.$1js'));
    if (path !== null) return path;
  }
  return null;
}

/** The files that `exports` names for a subpath, under whichever condition. */
function targetsOf(exports: unknown, subpath: string): string[] {
  if (typeof exports === 'string') return subpath === '.' ? [exports] : [];
  if (typeof exports !== 'object' || exports === null) return [];
  const entries = Object.entries(exports);
  if (entries.every(([key]) => !key.startsWith('.'))) return subpath === '.' ? stringsIn(exports) : [];
  return entries.flatMap(([key, target]) => {
    if (key === subpath) return stringsIn(target);
    const [before = '', after] = key.split('*');
    if (after === undefined || !subpath.startsWith(before) || !subpath.endsWith(after)) return [];
    const part = subpath.slice(before.length, subpath.length - after.length);
    return stringsIn(target).map((path) => path.replaceAll('*', part));
  });
}

function stringsIn(target: unknown, depth = 0): string[] {
  if (typeof target === 'string') return target.startsWith('./') ? [target] : [];
  if (typeof target !== 'object' || target === null || depth > 5) return [];
  return Object.values(target).flatMap((inner) => stringsIn(inner, depth + 1));
}
