/** What the packages around a source file use. */
import { dirname } from 'node:path';
import type { Driver } from '../../facts/schema.js';
import { driverPackages, driversOf } from './drivers.js';
import { currentGeneration } from './files.js';
import { findUp } from './folders.js';
import { packageRoot, readManifest } from './manifests.js';
import { workspacePackages } from './workspaces.js';

const answers = new Map<string, { readonly generation: number; readonly answer: boolean }>();

/**
 * Whether a package.json in the file's folder or above names a known driver, or one of a package of the workspace that these depend
 * on. True where there is no package.json at all: then nothing speaks against it.
 */
export function packagesNameDriver(file: string): boolean {
  const folder = dirname(file);
  const known = answers.get(folder);
  if (known?.generation === currentGeneration()) return known.answer;
  const answer = asked(file);
  answers.set(folder, { generation: currentGeneration(), answer });
  return answer;
}

/** Whether a package.json in the file's folder or above names one of these packages. */
export function packagesNameOneOf(file: string, packages: readonly string[]): boolean {
  return findUp(dirname(file), (folder) => readManifest(folder)?.dependencies.some((name) => packages.includes(name)) === true) !== null;
}

function asked(file: string): boolean {
  const names = new Set<string>();
  let isAny = false;
  findUp(dirname(file), (folder) => {
    const manifest = readManifest(folder);
    isAny ||= manifest !== null;
    for (const name of manifest?.dependencies ?? []) names.add(name);
    return false;
  });
  if (!isAny) return true;
  return namesDriver(names) || namesDriver(throughWorkspace(file, names));
}

function namesDriver(names: Iterable<string>): boolean {
  return [...names].some((name) => driverPackages.has(name));
}

/** The dependencies of the workspace's packages that these names lead to. */
function throughWorkspace(file: string, names: ReadonlySet<string>): ReadonlySet<string> {
  const packages = workspacePackages(file);
  const all = new Set<string>();
  const pending = [...names];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const folder = packages.get(name);
    if (folder === undefined) continue;
    for (const dependency of readManifest(folder)?.dependencies ?? []) {
      if (!all.has(dependency)) pending.push(dependency);
      all.add(dependency);
    }
  }
  return all;
}

/** The one driver that the nearest package.json depends on; null when it names several, or none. */
export function onlyDriverOfPackage(file: string): Driver | null {
  const root = packageRoot(file);
  const names = root === null ? [] : (readManifest(root)?.dependencies ?? []);
  const [only, second] = driversOf(names);
  return second === undefined ? (only ?? null) : null;
}
