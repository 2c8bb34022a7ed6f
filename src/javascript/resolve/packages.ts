/** What the package.json files around a source file say. */
import { dirname, join } from 'node:path';
import { driverPackages } from './drivers.js';
import { readText } from './files.js';

const DEPENDENCY_FIELDS = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] as const;

/** Folders above this many are not asked. */
const MAX_FOLDERS = 40;

/** Whether a package.json in the file's folder or above names a known driver. */
export function packagesNameDriver(file: string): boolean {
  let folder = dirname(file);
  for (let count = 0; count < MAX_FOLDERS; count++) {
    const text = readText(join(folder, 'package.json'));
    if (text !== null && dependenciesOf(text).some((name) => driverPackages.has(name))) return true;
    const parent = dirname(folder);
    if (parent === folder) return false;
    folder = parent;
  }
  return false;
}

/** The names of all dependencies; none when the text is not the JSON of a package. */
function dependenciesOf(text: string): string[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return [];
  }
  return DEPENDENCY_FIELDS.flatMap((field) => {
    const value: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, field) : null;
    return typeof value === 'object' && value !== null ? Object.keys(value) : [];
  });
}
