/** Walks over folders. */
import { dirname, join } from 'node:path';
import { readFolder } from './files.js';

/** Folders above this many are not asked. */
const MAX_CLIMBED = 40;

/** The nearest folder, beginning with this one, that fits; null when none does. */
export function findUp(folder: string, fits: (folder: string) => boolean): string | null {
  let current = folder;
  for (let count = 0; count < MAX_CLIMBED; count++) {
    if (fits(current)) return current;
    const parent = dirname(current);
    if (parent === current) return null;
    current = parent;
  }
  return null;
}

const SKIPPED: ReadonlySet<string> = new Set(['node_modules', 'bower_components', 'vendor', 'coverage', 'dist', 'build', 'out']);

export interface Below {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly isFolder: boolean;
}

/**
 * What lies below a folder, in a fixed order, without installed and hidden folders; null when there are more entries than `limit`.
 * `enters`: whether to look into a folder, by its relative path.
 */
export function listBelow(root: string, limit: number, enters: (path: string) => boolean): readonly Below[] | null {
  const found: Below[] = [];
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const { name, isFolder } of readFolder(join(root, folder)) ?? []) {
      if (name.startsWith('.') || (isFolder && SKIPPED.has(name))) continue;
      const path = folder === '' ? name : `${folder}/${name}`;
      if (found.push({ path, isFolder }) > limit) return null;
      if (isFolder && enters(path)) pending.push(path);
    }
  }
  return found;
}
