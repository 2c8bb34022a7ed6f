/** What environment files around a source file set: the templates that a project commits, or the files that its settings name. */
import { dirname, isAbsolute, join, relative } from 'node:path';
import { environmentTemplates } from '../../facts/poolers.js';
import { readEnvironmentText } from './environment-text.js';
import { readText } from './files.js';
import { findUp } from './folders.js';
import { readManifest } from './manifests.js';

/** A value that an environment file sets. It may hold a secret: messages say where it stands, never what it is. */
export interface EnvironmentValue {
  readonly value: string;
  /** The file, seen from the source file's project. */
  readonly file: string;
}

/** Larger files are no templates. */
const MAX_LENGTH = 100_000;

/** Texts are read once as long as they stay the same. */
const parsed = new Map<string, { readonly text: string; readonly variables: ReadonlyMap<string, string> }>();

/**
 * The values of a variable in the files nearest to a source file, absolute path: in its own folder, then in the folders above, up to
 * the outermost one with a package.json. Several files of one folder may set it. `names` are relative to each of these folders, or absolute.
 * `base` is the folder from which messages name files.
 */
export function environmentValues(source: string, base: string, variable: string, names: readonly string[] = environmentTemplates): EnvironmentValue[] {
  if (!isAbsolute(source)) return [];
  for (const folder of foldersAround(source)) {
    const found = names.flatMap((name): EnvironmentValue[] => {
      const path = isAbsolute(name) ? name : join(folder, name);
      const value = variablesOf(path).get(variable);
      return value === undefined || value === '' ? [] : [{ value, file: pathFrom(base, path) }];
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** A path as messages name it: seen from a folder, with `/`. */
export function pathFrom(base: string, path: string): string {
  return relative(base, path).replaceAll('\\', '/');
}

/** From the inside out. */
function foldersAround(source: string): readonly string[] {
  const folders: string[] = [];
  let outermost = 1;
  findUp(dirname(source), (folder) => {
    if (folders.push(folder) > 1 && readManifest(folder) !== null) outermost = folders.length;
    return false;
  });
  return folders.slice(0, outermost);
}

function variablesOf(path: string): ReadonlyMap<string, string> {
  const text = readText(path);
  if (text === null || text.length > MAX_LENGTH) return new Map();
  const known = parsed.get(path);
  if (known?.text === text) return known.variables;
  const variables = readEnvironmentText(text);
  parsed.set(path, { text, variables });
  return variables;
}
