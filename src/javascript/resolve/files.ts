/**
 * The one gate to the file system. Reads are counted, bounded and remembered by path, change time and size. A file is looked at again
 * when a new generation begins, which is when a file is linted for the second time: a run over a project asks once, an editor's
 * long-lived process sees every change. Nothing here throws: what cannot be read is null.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { counters } from '../counters.js';
import { createMemory } from './memory.js';

/** Larger files are not read: no package.json or source written by a person is. */
const MAX_BYTES = 2_000_000;
/** Texts that are kept, in UTF-16 units. */
const MAX_KEPT = 16_000_000;
/** Folders with more entries hold no source that a person wrote. */
const MAX_ENTRIES = 10_000;

interface Seen<Content> {
  readonly generation: number;
  /** Change time and size; null where there is nothing that can be read. */
  readonly stamp: string | null;
  readonly content: Content | null;
}

/** One entry of a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

let generation = 0;
const linted = new Set<string>();
const texts = createMemory<Seen<string>>(MAX_KEPT, ({ content }) => (content?.length ?? 0) + 100);
const folders = createMemory<Seen<readonly FolderEntry[]>>(MAX_KEPT, ({ content }) => (content?.length ?? 0) * 50 + 100);

/** Says that a file is being linted, and answers with the generation: what was found out in an older one may have changed. */
export function beginFile(path: string): number {
  if (linted.has(path)) {
    linted.clear();
    generation++;
  }
  linted.add(path);
  return generation;
}

export function currentGeneration(): number {
  return generation;
}

/** The text of a file; null when it is missing, unreadable, no file, or too large. The same text is the same string. */
export function readText(path: string): string | null {
  return remembered(texts, path, (stat) => (stat.isFile() && stat.size <= MAX_BYTES ? `${String(stat.mtimeNs)} ${String(stat.size)}` : null), () => {
    counters.filesRead++;
    return readFileSync(path, 'utf8');
  });
}

/** The entries of a folder by name; null when it is none, or too large. A link is no folder: it may lead in a circle. */
export function readFolder(path: string): readonly FolderEntry[] | null {
  return remembered(folders, path, (stat) => (stat.isDirectory() ? String(stat.mtimeNs) : null), () => {
    counters.foldersRead++;
    const entries = readdirSync(path, { withFileTypes: true });
    if (entries.length > MAX_ENTRIES) return null;
    return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() })).sort((a, b) => (a.name < b.name ? -1 : 1));
  });
}

type Stat = NonNullable<ReturnType<typeof statOf>>;

function statOf(path: string) {
  return statSync(path, { bigint: true, throwIfNoEntry: false });
}

function remembered<Content>(memory: ReturnType<typeof createMemory<Seen<Content>>>, path: string, stampOf: (stat: Stat) => string | null, read: () => Content | null): Content | null {
  const known = memory.get(path);
  if (known?.generation === generation) return known.content;
  const seen = look(known ?? null, path, stampOf, read);
  memory.set(path, seen);
  return seen.content;
}

function look<Content>(known: Seen<Content> | null, path: string, stampOf: (stat: Stat) => string | null, read: () => Content | null): Seen<Content> {
  try {
    const stat = statOf(path);
    const stamp = stat === undefined ? null : stampOf(stat);
    if (stamp === null) return { generation, stamp, content: null };
    return { generation, stamp, content: known !== null && known.stamp === stamp ? known.content : read() };
  } catch {
    return { generation, stamp: null, content: null };
  }
}
