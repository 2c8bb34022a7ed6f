/** Parses files other than the linted one, for the resolver: no locations, no tokens. */
import { parseProgram, requireOxc, scopesOf } from './oxc.js';
import type { ParsedFile } from './tree.js';

/** Null for code that does not parse, or is nested too deeply. Throws only where oxc has no binary for the machine. */
export function parseModule(text: string, path: string): ParsedFile | null {
  const { visitorKeys } = requireOxc();
  try {
    const program = parseProgram(text, path);
    const comments = program.comments.map(({ type, value, start, end }) => ({ type, value, range: [start, end] as const }));
    // The scope analysis walks by recursion: where the stack ends, nothing is known of the module.
    return { ast: program.ast, text, comments, scopes: scopesOf(program).scopes, visitorKeys, types: null, file: path };
  } catch {
    return null;
  }
}
