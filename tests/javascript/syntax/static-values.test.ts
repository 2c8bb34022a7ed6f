import { describe, expect, it } from 'vitest';
import { staticElements, staticValue } from '../../../src/javascript/syntax/static-values.js';
import { buildTree } from '../../../src/javascript/syntax/tree.js';
import type { Node } from '../../../src/javascript/syntax/nodes.js';
import { parseFile } from '../parse-file.js';

/** The argument of the call `ask(…)` in the code, and the tree around it. */
function argumentIn(code: string, parser: 'ts' | 'oxc'): Parameters<typeof staticValue> {
  let found: Node | undefined;
  const tree = buildTree(parseFile(code, parser), (node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'ask') found = node.arguments[0];
  });
  if (found === undefined) throw new Error(`no ask(…) in ${code}`);
  return [tree, found];
}

describe.each(['ts', 'oxc'] as const)('with the parser %s', (parser) => {
  it.each([
    ["ask('a');", 'a'],
    ['ask(`a`);', 'a'],
    ['ask(5);', 5],
    ["ask(('a' as string)!);", 'a'],
    ["const code = 'a'; ask(code);", 'a'],
    ["const codes = { taken: 'a', gone: 'b' } as const; ask(codes.gone);", 'b'],
    ["const codes = Object.freeze({ taken: 'a' }); ask(codes['taken']);", 'a'],
    ["const one = 'a'; const codes = { taken: one }; ask(codes.taken);", 'a'],
    ["enum Code { Taken = 'a', Gone = 5 } ask(Code.Gone);", 5],
    ['ask(`a${b}`);', null],
    ['ask(null);', null],
    ["let code = 'a'; code = 'b'; ask(code);", null],
    ["const codes = { ...others, taken: 'a' }; ask(codes.taken);", null],
    ["const codes = { taken: 'a', taken: 'b' }; ask(codes.taken);", null],
    ["const codes = { taken: 'a' }; ask(codes.gone);", null],
    ["const codes = { taken: 'a' }; ask(codes[name]);", null],
    ['enum Code { Taken } ask(Code.Taken);', null],
    ['ask(f());', null],
    ['ask(unknown.taken);', null],
  ])('the value in %s', (code, value) => {
    expect(staticValue(...argumentIn(code, parser))).toBe(value);
  });

  it.each([
    ["ask(['a', 5]);", ['a', 5]],
    ["const list = ['a']; ask(list);", ['a']],
    ["ask(new Set(['a']));", ['a']],
    ["const list = ['a', 'b'] as const; const set = new Set(list); ask(set);", ['a', 'b']],
    ["ask(Object.freeze(['a']));", ['a']],
    ["ask(['a', ...others]);", null],
    ["ask(['a', , 'b']);", null],
    ['ask(new Set());', null],
    ["ask(new Map([['a', 1]]));", null],
    ['ask(list);', null],
  ])('the elements in %s', (code, values) => {
    const [tree, argument] = argumentIn(code, parser);
    expect(staticElements(tree, argument)?.map((element) => staticValue(tree, element)) ?? null).toEqual(values);
  });
});
