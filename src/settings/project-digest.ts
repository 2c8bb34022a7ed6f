/**
 * A digest of what reports depend on besides the linted file. `eslint --cache` compares the linted file and the configuration alone, so a
 * report about a handle of another module would stay when that module changes; with the digest in its settings the configuration changes, too.
 */
import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface DigestOptions {
  /** Folders with code, relative to the project: only these are searched. Files beside its package.json count in any case. */
  readonly only?: readonly string[] | undefined;
  /** Further files, relative to the project: those of `envFiles`, or what a tsconfig.json extends under another name. */
  readonly also?: readonly string[] | undefined;
}

/** Code, what says how it is put together and what is installed, and templates of environment variables. */
const INPUT = /\.[cm]?[jt]sx?$|^(?:package(?:-lock)?|npm-shrinkwrap|[jt]sconfig.*|deno)\.jsonc?$|^(?:yarn|pnpm-lock|pnpm-workspace|bun|deno)\.(?:lockb?|yaml)$|^\.?env\.(?:example|sample|template|dist|defaults?)$/;
/** Installed packages change with the lock file, reports of coverage hold no code. */
const LEFT_OUT = /^(?:node_modules|coverage)$/;
const HIDDEN = /^\./;
/** What is read of folders with a dot: frameworks put the configuration there that the project's own extends. */
const CONFIGURATION = /^[jt]sconfig.*\.json$/;

/** Larger files are read by no rule; that there is one is all that counts. */
const MAX_BYTES = 2_000_000;
const MAX_FILES = 50_000;
const MAX_ENTRIES = 500_000;
const MAX_PARENTS = 40;

/**
 * For `cacheKey`. Depends on the names and the text of the files alone, not on their times or on where the project lies. Throws for a folder
 * that does not exist and for one with more code than can be read when a configuration is loaded.
 */
export function projectDigest(folder: string | URL, { only, also = [] }: DigestOptions = {}): string {
  const root = typeof folder === 'string' ? folder : fileURLToPath(folder);
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) throw new Error(`eslint-plugin-db: projectDigest() found no folder ${root}.`);
  const search: Search = { root, files: new Set(also), entries: 0 };
  collect(search, '', INPUT, only === undefined);
  for (const path of only ?? []) collect(search, path.replace(/^\.\/|\/$/g, ''), INPUT, true);
  const hash = createHash('sha256');
  for (const path of [...search.files].sort()) addFile(hash, root, path);
  addParents(hash, root);
  return hash.digest('hex').slice(0, 32);
}

interface Search {
  readonly root: string;
  /** Paths below the root, with `/`. */
  readonly files: Set<string>;
  entries: number;
}

function collect(search: Search, folder: string, names: RegExp, isDeep: boolean): void {
  for (const entry of entriesOf(join(search.root, folder))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    search.entries++;
    if (entry.isDirectory()) {
      if (HIDDEN.test(entry.name)) collect(search, path, CONFIGURATION, false);
      else if (isDeep && !LEFT_OUT.test(entry.name)) collect(search, path, INPUT, true);
    } else if (names.test(entry.name)) search.files.add(path);
    if (search.files.size > MAX_FILES || search.entries > MAX_ENTRIES) throw new Error(tooMany(search));
  }
}

function tooMany({ root, files }: Search): string {
  const count = files.size > MAX_FILES ? `more than ${String(MAX_FILES)} files of code` : `more than ${String(MAX_ENTRIES)} files`;
  return `eslint-plugin-db: there are ${count} in ${root}, too many for projectDigest(). Name the folders that the database code is in: projectDigest(folder, { only: ['src'] }).`;
}

/** Without those of a folder that cannot be read. A link to a folder is no folder: its target is found where it lies, and loops end nowhere. */
function entriesOf(folder: string): { readonly name: string; isDirectory(): boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function addFile(hash: Hash, root: string, path: string): void {
  const content = readBytes(join(root, path));
  // Lengths, so that no two projects give the same bytes.
  hash.update(`${String(path.length)} ${path} ${content === null ? 'unread' : String(content.length)}\n`);
  if (content !== null) hash.update(content);
}

/** The packages around the project say which drivers there are, too. */
function addParents(hash: Hash, root: string): void {
  let folder = dirname(root);
  for (let count = 1; count <= MAX_PARENTS; count++) {
    const name = `${'../'.repeat(count)}package.json`;
    if (statSync(join(root, name), { throwIfNoEntry: false }) !== undefined) addFile(hash, root, name);
    if (dirname(folder) === folder) return;
    folder = dirname(folder);
  }
}

function readBytes(file: string): Buffer | null {
  try {
    const stat = statSync(file);
    return stat.isFile() && stat.size <= MAX_BYTES ? readFileSync(file) : null;
  } catch {
    return null;
  }
}
