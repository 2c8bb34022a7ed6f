/** What a package.json says. */
import { dirname, join } from 'node:path';
import { readText } from './files.js';
import { findUp } from './folders.js';

const DEPENDENCY_FIELDS = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] as const;

export interface PackageManifest {
  readonly name?: string;
  /** The names of all dependencies, of whichever kind. */
  readonly dependencies: readonly string[];
  /** The version or range of each of them, as it is written. */
  readonly ranges: ReadonlyMap<string, string>;
  /** The patterns of a workspace; empty for a package that is none. */
  readonly workspaces: readonly string[];
  /** Its `exports` as they are written. */
  readonly exports: unknown;
  /** The other fields that name a file to begin with. */
  readonly entries: readonly string[];
}

const manifests = new Map<string, { readonly text: string; readonly manifest: PackageManifest | null }>();

/** The package.json of a folder; null when there is none or it is not the JSON of a package. */
export function readManifest(folder: string): PackageManifest | null {
  const text = readText(join(folder, 'package.json'));
  if (text === null) return null;
  const known = manifests.get(folder);
  if (known?.text === text) return known.manifest;
  const manifest = parseManifest(text);
  manifests.set(folder, { text, manifest });
  return manifest;
}

function parseManifest(text: string): PackageManifest | null {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const field = (name: string): unknown => Reflect.get(json, name);
  const name = field('name');
  const listed = field('workspaces');
  const workspaces: unknown = typeof listed === 'object' && listed !== null && 'packages' in listed ? listed.packages : listed;
  return {
    ...(typeof name === 'string' && { name }),
    dependencies: DEPENDENCY_FIELDS.flatMap((key) => Object.keys(recordOf(field(key)))),
    ranges: new Map(DEPENDENCY_FIELDS.flatMap((key) => Object.entries(recordOf(field(key))).map(([name, range]: [string, unknown]) => [name, String(range)] as const))),
    workspaces: Array.isArray(workspaces) ? workspaces.filter((pattern) => typeof pattern === 'string') : [],
    exports: field('exports'),
    entries: ['source', 'module', 'main', 'types', 'typings'].flatMap((key) => {
      const entry = field(key);
      return typeof entry === 'string' ? [entry.startsWith('.') ? entry : `./${entry}`] : [];
    }),
  };
}

function recordOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

/** The folder of the nearest package.json that can be read; null when there is none. */
export function packageRoot(file: string): string | null {
  return findUp(dirname(file), (folder) => readManifest(folder) !== null);
}
