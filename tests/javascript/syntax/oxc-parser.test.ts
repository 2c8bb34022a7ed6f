import * as tsParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { createLines } from '../../../src/javascript/syntax/lines.js';
import { ParseError } from '../../../src/javascript/syntax/oxc.js';
import { parseForESLint } from '../../../src/javascript/syntax/oxc-parser.js';

const SAMPLES = [
  ['a.ts', "import pg, { type Pool as P } from 'pg';\nexport class A<T> { @dec() private x?: T = y as T; constructor(readonly p: P) {} }\nenum E { A = 1 }\n"],
  ['b.tsx', '/* head */\nconst v = <T,>(x: T) => <div {...x}>{`a${x}b`}</div>; // tail\n'],
  ['c.js', '\r\nlabel: for (const [a = 1, { b }] of c) { a?.b?.[`x`]; }\r\n'],
  ['d.js', ''],
  ['e.js', '// only a comment\n'],
  ['f.js', 'const s = "\u2028 \u{1F600}"; (a, (b)); async () => { await using x = y; };\n'],
] as const;

/** Every node of a tree: `type start-end line:column-line:column`. */
function nodesOf(root: unknown, keys: Readonly<Record<string, readonly string[]>>): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (typeof node === 'object' && node !== null && 'type' in node && typeof node.type === 'string') {
      const { range, loc } = node as unknown as { range: number[]; loc: { start: { line: number; column: number }; end: { line: number; column: number } } };
      found.push(`${node.type} ${range.join('-')} ${String(loc.start.line)}:${String(loc.start.column)}-${String(loc.end.line)}:${String(loc.end.column)}`);
      for (const key of keys[node.type] ?? []) visit(Reflect.get(node, key));
    }
  };
  visit(root);
  return found.sort();
}

describe('the parser for ESLint', () => {
  it.each(SAMPLES)('gives the nodes, ranges, locations and comments of the typescript-eslint parser: %s %j', (filePath, code) => {
    const own = parseForESLint(code, { filePath });
    const other = tsParser.parseForESLint(code, { filePath, range: true, loc: true, comment: true, jsx: !filePath.endsWith('.ts'), sourceType: own.ast.sourceType });
    const keys = tsParser.parseForESLint('').visitorKeys as Readonly<Record<string, readonly string[]>>;
    const [program, ...nodes] = [nodesOf(own.ast, keys), nodesOf(other.ast, keys)].map((list) => list.filter((node) => !node.startsWith('Program')));
    expect(program).toEqual(nodes[0]);
    const comments = (list: unknown): unknown => (list as { type: string; value: string; range: number[]; loc: unknown }[]).map(({ type, value, range, loc }) => ({ type, value, range, loc }));
    expect(comments(own.ast.comments)).toEqual(comments(other.ast.comments));
    expect(own.scopeManager.scopes.map(({ type, variables }) => [type, variables.filter(({ defs }) => defs.length > 0).map(({ name }) => name)])).toEqual(
      other.scopeManager.scopes.map(({ type, variables }) => [type, variables.filter(({ defs }) => defs.length > 0).map(({ name }) => name)]),
    );
  });

  it('makes a scope of the file for CommonJS, where top-level variables are not global', () => {
    expect(parseForESLint('const a = 1; return a;', { filePath: 'a.cjs' }).scopeManager.scopes.map(({ type }) => type)).toEqual(['global', 'function']);
    expect(parseForESLint('const a = 1;', { filePath: 'a.mjs' }).scopeManager.scopes.map(({ type }) => type)).toEqual(['global', 'module']);
  });

  it.each([
    ['a.js', 'ok();\nlet x =;\n', 2, 8],
    ['a.ts', 'const x: = 1', 1, 10],
    ['a.ts', 'let open = {', 1, 13],
    ['a.js', 'let a; let a;\r\n`unclosed', 2, 1],
  ])('throws for code that does not parse, with line and column: %s %j', (filePath, code, line, column) => {
    const failure = ((): unknown => {
      try {
        return parseForESLint(code, { filePath });
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(ParseError);
    expect(failure).toMatchObject({ lineNumber: line, column });
  });

  it.each([
    ['nested brackets, which would end the process', (depth: number) => `x = ${'['.repeat(depth)}${']'.repeat(depth)};`, 900, 20_000],
    ['nested classes', (depth: number) => `x = ${'class { m() { return '.repeat(depth)}1${'} }'.repeat(depth)};`, 300, 5_000],
    ['a long concatenation, which would end the run', (terms: number) => `x = ${Array.from({ length: terms }, (_, index) => `'a${String(index)}'`).join(' + ')};`, 2_000, 10_000],
    ['a long else-if', (branches: number) => `${'if (a) b; else '.repeat(branches)}c;`, 1_000, 10_000],
  ])('reads or refuses %s', (_, make, readable, refused) => {
    const lint = (code: string): (string | undefined)[] =>
      new Linter().verify(code, [{ files: ['**/*.ts'], languageOptions: { parser: { parseForESLint: parseForESLint as never } } }], 'a.ts').map(({ message }) => message);
    expect(lint(make(readable))).toEqual([]);
    expect(lint(make(refused))).toEqual(['Parsing error: the code is nested too deeply to be read']);
  });

  it('takes brackets in strings and comments for what they are', () => {
    const faces = `const faces = [${"':(', ".repeat(3_000)}];\n// ${'('.repeat(3_000)}\n`;
    expect(parseForESLint(faces, { filePath: 'a.js' }).ast.body).toHaveLength(1);
  });
});

describe('lines', () => {
  it('end where ECMAScript says', () => {
    const { locate } = createLines('a\nb\r\nc\rd\u2028e\u2029f');
    expect([0, 1, 2, 5, 7, 9, 11].map((offset) => locate(offset, offset).start)).toEqual([
      { line: 1, column: 0 },
      { line: 1, column: 1 },
      { line: 2, column: 0 },
      { line: 3, column: 0 },
      { line: 4, column: 0 },
      { line: 5, column: 0 },
      { line: 6, column: 0 },
    ]);
  });
});
