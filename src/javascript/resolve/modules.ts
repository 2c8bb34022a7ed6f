/** The trees of other modules: each is read and parsed once, as long as it does not change. */
import { counters } from '../counters.js';
import { parseModule } from '../syntax/module-parser.js';
import { buildTree, type Tree } from '../syntax/tree.js';
import { readText } from './files.js';
import { createMemory } from './memory.js';

/** Larger modules are generated or bundled. */
const MAX_LENGTH = 500_000;
/** The same by the length of the average line, where there is enough text to tell. */
const MAX_LINE = 400;
/** Source text whose trees are kept, in UTF-16 units: a tree takes some thirty times as much memory. */
const MAX_KEPT = 6_000_000;

interface Module {
  readonly text: string;
  readonly tree: Tree | null;
}

const modules = createMemory<Module>(MAX_KEPT, ({ text }) => text.length + 1000);

/**
 * The tree of a module; null when it cannot be read, does not parse, or was not written by a person. Throws only where oxc has no
 * binary for the machine.
 */
export function moduleTree(path: string): Tree | null {
  const text = readText(path);
  if (text === null) return null;
  const known = modules.get(path);
  if (known?.text === text) return known.tree;
  const tree = isSource(text) ? parse(text, path) : null;
  modules.set(path, { text, tree });
  return tree;
}

function parse(text: string, path: string): Tree | null {
  counters.modulesParsed++;
  const file = parseModule(text, path);
  return file === null ? null : buildTree(file, () => undefined);
}

function isSource(text: string): boolean {
  if (text.length > MAX_LENGTH || text.includes('\0')) return false;
  return text.length < 10_000 || text.length / (text.split('\n').length + 1) < MAX_LINE;
}
