/** Files of JavaScript and TypeScript to try the rules on, the same ones on every machine that has them. */
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const SOURCE = /(?<!\.d)\.(?:[cm]?[jt]s|[jt]sx)$/;
const IGNORED: ReadonlySet<string> = new Set(['.git', '.cache', '.vite', '.run']);

/** Every source file below the folders, sorted; a path may be a file itself. Links are not followed. */
export function listSources(paths: readonly string[]): string[] {
  return paths.flatMap((path) => (statSync(path).isFile() ? [path] : sourcesIn(path))).sort();
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return IGNORED.has(entry.name) ? [] : sourcesIn(path);
    return entry.isFile() && SOURCE.test(entry.name) ? [path] : [];
  });
}

/** A part of the files, chosen by the hash of their way from the root: spread over all packages, and always the same. */
export function chooseFiles(root: string, files: readonly string[], count: number, maxBytes: number): string[] {
  const rank = (file: string): string => createHash('sha256').update(relative(root, file).split(sep).join('/')).digest('hex');
  return files
    .filter((file) => statSync(file).size <= maxBytes)
    .map((file) => ({ file, rank: rank(file) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ file }) => file)
    .sort();
}
