import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { UsageError } from './options.js';

/** What a run lints: absolute patterns, and a folder above all of them, outside of which ESLint would ignore them. */
export interface Targets {
  readonly folder: string;
  readonly patterns: readonly string[];
}

const MAGIC = /[*?{}[\]!()]/;

/** The targets of the paths given on the command line. Throws a `UsageError` for a path that does not exist. */
export function resolveTargets(paths: readonly string[], cwd: string): Targets {
  const patterns = paths.map((path) => {
    const absolute = resolve(cwd, path);
    if (existsSync(absolute)) return { pattern: absolute, anchor: absolute };
    if (!MAGIC.test(path)) throw new UsageError(`No such file or folder: ${path}`);
    return { pattern: absolute, anchor: fixedPart(absolute) };
  });
  const folder = patterns.reduce((above, { anchor }) => commonFolder(above, anchor), cwd);
  return { folder, patterns: patterns.map(({ pattern }) => pattern) };
}

/** The folders of a glob before its first special character. */
function fixedPart(glob: string): string {
  const parts = glob.split(sep);
  const first = parts.findIndex((part) => MAGIC.test(part));
  return parts.slice(0, first).join(sep) || sep;
}

/** The nearest folder that holds both: a folder, and a path. */
function commonFolder(folder: string, path: string): string {
  let common = folder;
  while (!isWithin(path, common)) {
    const parent = dirname(common);
    // Another drive of Windows has no folder in common.
    if (parent === common) throw new UsageError(`Not on the same drive as ${folder}: ${path}`);
    common = parent;
  }
  return common;
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path;
}
