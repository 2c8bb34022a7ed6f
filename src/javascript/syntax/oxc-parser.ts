/** A parser for ESLint over oxc-parser: fast, and independent of the TypeScript of the linted project. */
import type { ScopeManager } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { createLines, type Lines } from './lines.js';
import { ParseError, parseProgram, requireOxc, scopesOf, TOO_DEEP } from './oxc.js';
import { walk } from './tree.js';

type Location = ReturnType<Lines['locate']>;

/** A comment as ESLint's directives (`eslint-disable-line`) need it: with its location. */
export interface LocatedComment {
  readonly type: 'Line' | 'Block';
  readonly value: string;
  readonly range: [number, number];
  readonly loc: Location;
}

/** What ESLint takes from `parseForESLint`. */
export interface ParsedForEslint {
  readonly ast: TSESTree.Program & { readonly tokens: readonly never[]; readonly comments: readonly LocatedComment[] };
  readonly scopeManager: ScopeManager;
  readonly visitorKeys: Record<string, string[]>;
  readonly services: Record<string, never>;
}

/** ESLint and the scope analysis walk by recursion; where they would overflow the stack, the whole run would end. */
const MAX_DEPTH = 3000;

/**
 * Reads JavaScript, JSX, TypeScript and TSX by the extension of the file. The tree is TypeScript-ESTree with locations and
 * comments, but without tokens. Throws a `ParseError` for code that does not parse, and what Node throws where oxc has no binary for
 * the machine.
 */
export function parseForESLint(code: string, { filePath }: { readonly filePath: string }): ParsedForEslint {
  const program = parseProgram(code, filePath);
  const { visitorKeys } = requireOxc();
  const { ast } = program;
  const lines = createLines(code);
  const comments = program.comments.map(({ type, value, start, end }): LocatedComment => ({ type, value, range: [start, end], loc: lines.locate(start, end) }));
  const path: unknown[] = [];
  walk(ast, visitorKeys, (node, parent) => {
    node.loc = lines.locate(node.range[0], node.range[1]);
    while (path.length > 0 && path.at(-1) !== parent) path.pop();
    if (path.push(node) > MAX_DEPTH) throw new ParseError(TOO_DEEP, node.loc.start.line, node.loc.start.column + 1, node.range[0]);
  });
  const scopeManager = scopesOf(program);
  return { ast: Object.assign(ast, { tokens: [], comments }), scopeManager, visitorKeys, services: {} };
}
