/** Parses files other than the linted one, for the resolver: no locations, no tokens. */
import { parseProgram, requireOxc, scopesOf } from './oxc.js';
import { walk, type ParsedFile } from './tree.js';

/** The scope analysis walks by recursion. */
const MAX_DEPTH = 1000;

/** Null for code that does not parse, or is nested too deeply. Throws only where oxc has no binary for the machine. */
export function parseModule(text: string, path: string): ParsedFile | null {
  const { visitorKeys } = requireOxc();
  try {
    const program = parseProgram(text, path);
    const { ast } = program;
    if (isTooDeep(ast, visitorKeys)) return null;
    const comments = program.comments.map(({ type, value, start, end }) => ({ type, value, range: [start, end] as const }));
    return { ast, text, comments, scopes: scopesOf(program).scopes, visitorKeys, types: null, file: path };
  } catch {
    return null;
  }
}

function isTooDeep(ast: ParsedFile['ast'], visitorKeys: ParsedFile['visitorKeys']): boolean {
  const path: unknown[] = [];
  let isDeep = false;
  walk(ast, visitorKeys, (node, parent) => {
    while (path.length > 0 && path.at(-1) !== parent) path.pop();
    if (path.push(node) > MAX_DEPTH) isDeep = true;
  });
  return isDeep;
}
