/** Which files of a package mention a module? One listing of the package answers for all of its modules. */
import { basename, dirname, join } from 'node:path';
import { tests } from '../../facts/frameworks.js';
import { currentGeneration, readText } from './files.js';
import { listBelow } from './folders.js';
import { packageRoot, readManifest } from './manifests.js';
import { specifiersIn } from './mentions.js';

/** Larger packages are not searched: who calls what in them stays unknown. */
const MAX_ENTRIES = 6000;
const MAX_LENGTH = 40_000_000;

const SOURCE = /(?<!\.d)\.(?:[cm]?[jt]s|[jt]sx)$/;
/** The last part of a specifier, without its extension. */
const LAST_PART = /([^/]+?)(?:\.(?:[cm]?[jt]s|[jt]sx))?\/*$/;

interface Listing {
  readonly generation: number;
  /** Files by the last part of the specifiers in them; null for a package that is too large. */
  readonly mentions: ReadonlyMap<string, readonly string[]> | null;
}

const listings = new Map<string, Listing>();

/**
 * The files of the package, tests apart, that mention a name which may mean the module, in a fixed order; null where the package is
 * too large to tell. Whether they do mean it is for their own imports to say.
 */
export function filesMentioning(path: string): readonly string[] | null {
  const root = packageRoot(path) ?? dirname(path);
  const known = listings.get(root);
  const listing = known?.generation === currentGeneration() ? known : { generation: currentGeneration(), mentions: list(root) };
  listings.set(root, listing);
  const { mentions } = listing;
  if (mentions === null) return null;
  const names = namesOf(path, root);
  return [...new Set(names.flatMap((name) => mentions.get(name) ?? []))].filter((file) => file !== path).sort();
}

/** Its own name; for the index of a folder that of the folder, and `.` and `..`; the names of the package's own `imports`. */
function namesOf(path: string, root: string): string[] {
  const [, name = ''] = LAST_PART.exec(basename(path)) ?? [];
  if (name !== 'index') return [name, `#${name}`];
  return [name, basename(dirname(path)), '.', '..', ...(dirname(path) === root ? [readManifest(root)?.name?.split('/').at(-1) ?? ''] : [])];
}

function list(root: string): Listing['mentions'] {
  const isOwn = (folder: string): boolean => readManifest(join(root, folder)) === null;
  const entries = listBelow(root, MAX_ENTRIES, isOwn);
  if (entries === null) return null;
  const mentions = new Map<string, string[]>();
  let length = 0;
  for (const { path, isFolder } of entries) {
    if (isFolder || !SOURCE.test(path) || tests.some((pattern) => pattern.test(path))) continue;
    const file = join(root, path);
    const text = readText(file) ?? '';
    length += text.length;
    if (length > MAX_LENGTH) return null;
    for (const name of mentionedIn(file, text)) {
      const files = mentions.get(name);
      if (files === undefined) mentions.set(name, [file]);
      else files.push(file);
    }
  }
  return mentions;
}

function mentionedIn(file: string, text: string): ReadonlySet<string> {
  return new Set(specifiersIn(file, text).flatMap((specifier) => LAST_PART.exec(specifier)?.[1] ?? []));
}
