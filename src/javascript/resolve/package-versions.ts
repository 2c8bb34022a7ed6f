/** Which version of a package the project around a file asks for. */
import { dirname } from 'node:path';
import { findUp } from './folders.js';
import { readManifest } from './manifests.js';

/**
 * Whether it is at least this one, as far as the range in the nearest package.json that names the package says. Where none names it, it is the newest; a
 * range that does not tell (`catalog:`, a path, `>=` an older one) is no proof.
 */
export function isPackageAtLeast(file: string | null, name: string, version: string): boolean {
  const range = file === null ? null : declaredRange(file, name);
  if (range === null || range === 'latest' || range === '*') return true;
  const lowest = /^(?:npm:\S+@)?[\^~=v>]*\s*(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(range);
  if (lowest === null) return false;
  const wanted = version.split('.').map(Number);
  for (const [index, part] of lowest.slice(1).entries()) {
    const difference = Number(part ?? 0) - (wanted[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** The range under which the nearest package.json that names a package wants it; null when none does. */
function declaredRange(file: string, name: string): string | null {
  const folder = findUp(dirname(file), (candidate) => readManifest(candidate)?.ranges.has(name) === true);
  return folder === null ? null : (readManifest(folder)?.ranges.get(name) ?? null);
}
