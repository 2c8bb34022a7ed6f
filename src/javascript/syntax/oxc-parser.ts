/**
 * A parser for ESLint over oxc-parser: fast, and independent of the TypeScript of the linted project. Importing this module
 * throws where oxc has no binary for the machine.
 */
import { analyze, type ScopeManager } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { parseSync, visitorKeys, type ParseResult } from 'oxc-parser';
import { createLines, type Lines } from './lines.js';
import { isNestedTooDeeply } from './nesting.js';
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

/** A syntax error with the place that ESLint reports: the line and the column, both counted from 1. */
export class ParseError extends Error {
  override readonly name = 'ParseError';
  constructor(
    message: string,
    readonly lineNumber: number,
    readonly column: number,
    readonly index: number,
  ) {
    super(message);
  }
}

/** ESLint and the scope analysis walk by recursion; where they would overflow the stack, the whole run would end. */
const MAX_DEPTH = 3000;
const TOO_DEEP = 'the code is nested too deeply to be read';

type SourceType = 'module' | 'commonjs' | 'unambiguous';

/**
 * Reads JavaScript, JSX, TypeScript and TSX by the extension of the file. The tree is TypeScript-ESTree with locations and
 * comments, but without tokens. Throws a `ParseError` for code that does not parse.
 */
export function parseForESLint(code: string, { filePath }: { readonly filePath: string }): ParsedForEslint {
  const { program, comments: parsed, sourceType } = parse(code, filePath);
  const lines = createLines(code);
  const comments = parsed.map(({ type, value, start, end }): LocatedComment => ({ type, value, range: [start, end], loc: lines.locate(start, end) }));
  // The tree of oxc is TypeScript-ESTree; only its typings are of another package.
  const ast = program as unknown as TSESTree.Program;
  const path: unknown[] = [];
  walk(ast, visitorKeys, (node, parent) => {
    node.loc = lines.locate(node.range[0], node.range[1]);
    while (path.length > 0 && path.at(-1) !== parent) path.pop();
    if (path.push(node) > MAX_DEPTH) throw new ParseError(TOO_DEEP, node.loc.start.line, node.loc.start.column + 1, node.range[0]);
  });
  const scopeManager = analyze(ast, { sourceType: sourceType === 'module' ? 'module' : 'script', globalReturn: sourceType === 'commonjs' });
  return { ast: Object.assign(ast, { tokens: [], comments }), scopeManager, visitorKeys, services: {} };
}

/** Parses under each source type that the extension allows, until one fits; throws the error of the first. */
function parse(code: string, path: string): Pick<ParseResult, 'program' | 'comments'> & { readonly sourceType: 'module' | 'script' | 'commonjs' } {
  if (isNestedTooDeeply(code)) throw new ParseError(TOO_DEEP, 1, 1, 0);
  let failed: ParseResult | null = null;
  for (const sourceType of sourceTypes(path)) {
    const result = parseSync(path, code, { lang: languageOf(path), sourceType, astType: 'ts', range: true, preserveParens: false });
    const { errors, program, comments } = result;
    if (errors.every(({ severity }) => severity !== 'Error')) return { program, comments, sourceType: typeOf(program) };
    failed ??= result;
  }
  throw parseError(code, failed);
}

/** A file without `import` and `export` may be a module with `await` at its top, or CommonJS with `return` there. */
function sourceTypes(path: string): readonly SourceType[] {
  if (/\.m[jt]sx?$/.test(path)) return ['module'];
  if (/\.c[jt]sx?$/.test(path)) return ['commonjs'];
  return ['unambiguous', 'commonjs'];
}

function typeOf(program: { readonly sourceType: string }): 'module' | 'script' | 'commonjs' {
  const { sourceType } = program;
  return sourceType === 'module' || sourceType === 'commonjs' ? sourceType : 'script';
}

/** JSX is read in every JavaScript file, as in practice it stands there; in TypeScript it would make `<T>x` unreadable. */
function languageOf(path: string): 'jsx' | 'ts' | 'tsx' | 'dts' {
  if (/\.d\.(?:[^.]+\.)?[cm]?ts$/.test(path)) return 'dts';
  if (/\.[cm]?ts$/.test(path)) return 'ts';
  return path.endsWith('.tsx') ? 'tsx' : 'jsx';
}

function parseError(code: string, result: ParseResult | null): ParseError {
  const error = result?.errors.find(({ severity }) => severity === 'Error');
  const index = Math.min(error?.labels[0]?.start ?? 0, code.length);
  const { line, column } = createLines(code).locate(index, index).start;
  return new ParseError(error?.message ?? 'the file cannot be read', line, column + 1, index);
}
