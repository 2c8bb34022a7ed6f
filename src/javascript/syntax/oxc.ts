/** The native parser and the scope analysis, loaded when the first file is parsed: most runs of the plugin need neither. */
import { createRequire } from 'node:module';
import type { analyze } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import type { parseSync, ParseResult, visitorKeys } from 'oxc-parser';
import { createLines } from './lines.js';
import { isNestedTooDeeply } from './nesting.js';

export interface Oxc {
  readonly parseSync: typeof parseSync;
  readonly visitorKeys: typeof visitorKeys;
  readonly analyze: typeof analyze;
}

let loaded: Oxc | null = null;

/** Throws where oxc has no binary for the machine. */
export function requireOxc(): Oxc {
  if (loaded !== null) return loaded;
  const require = createRequire(import.meta.url);
  const parser = require('oxc-parser') as Pick<Oxc, 'parseSync' | 'visitorKeys'>;
  const scopes = require('@typescript-eslint/scope-manager') as Pick<Oxc, 'analyze'>;
  loaded = { parseSync: parser.parseSync, visitorKeys: parser.visitorKeys, analyze: scopes.analyze };
  return loaded;
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

export const TOO_DEEP = 'the code is nested too deeply to be read';

export interface Program {
  /** The tree of oxc is TypeScript-ESTree; only its typings are of another package. */
  readonly ast: TSESTree.Program;
  readonly comments: ParseResult['comments'];
  readonly sourceType: 'module' | 'script' | 'commonjs';
}

/** Parses under each source type that the extension allows, until one fits; throws the error of the first. */
export function parseProgram(code: string, path: string): Program {
  if (isNestedTooDeeply(code)) throw new ParseError(TOO_DEEP, 1, 1, 0);
  let failed: ParseResult | null = null;
  for (const sourceType of sourceTypes(path)) {
    const result = requireOxc().parseSync(path, code, { lang: languageOf(path), sourceType, astType: 'ts', range: true, preserveParens: false });
    const { errors, program, comments } = result;
    if (errors.every(({ severity }) => severity !== 'Error')) return { ast: program as unknown as TSESTree.Program, comments, sourceType: typeOf(program) };
    failed ??= result;
  }
  throw parseError(code, failed);
}

/** The scopes of a parsed file. Walks by recursion: a tree of any depth must not come here. */
export function scopesOf({ ast, sourceType }: Program): ReturnType<Oxc['analyze']> {
  return requireOxc().analyze(ast, { sourceType: sourceType === 'module' ? 'module' : 'script', globalReturn: sourceType === 'commonjs' });
}

type SourceType = 'module' | 'commonjs' | 'unambiguous';

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
