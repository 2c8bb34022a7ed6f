/**
 * The one gate to the file system. Reads are counted, bounded and remembered by path, change time and size, and checked at each
 * use, so that an editor's long-lived process sees changes. Nothing here throws: a file that cannot be read is null.
 */
import { readFileSync, statSync } from 'node:fs';
import { counters } from '../counters.js';

/** Larger files are not read: no package.json or source written by a person is. */
const MAX_BYTES = 2_000_000;

interface Entry {
  readonly mtimeNs: bigint;
  readonly size: bigint;
  readonly text: string;
}

const entries = new Map<string, Entry>();

/** The text of a file; null when it is missing, unreadable, no file, or too large. */
export function readText(path: string): string | null {
  try {
    const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (stat === undefined || !stat.isFile() || stat.size > MAX_BYTES) return null;
    const known = entries.get(path);
    if (known !== undefined && known.mtimeNs === stat.mtimeNs && known.size === stat.size) return known.text;
    const text = readFileSync(path, 'utf8');
    counters.filesRead++;
    entries.set(path, { mtimeNs: stat.mtimeNs, size: stat.size, text });
    return text;
  } catch {
    return null;
  }
}
