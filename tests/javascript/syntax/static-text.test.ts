import { describe, expect, it } from 'vitest';
import { readSqlText } from '../../../src/javascript/reader/sql-text.js';
import { createResolver } from '../../../src/javascript/resolve/resolver.js';
import type { Node } from '../../../src/javascript/syntax/nodes.js';
import { buildTree } from '../../../src/javascript/syntax/tree.js';
import type { SqlText } from '../../../src/model/words.js';
import { findPlaceholders } from '../../../src/sql/placeholders.js';
import cases from '../../sql/cases.json' with { type: 'json' };
import { parseFile } from '../parse-file.js';

/** The text of the argument of `q(…)`. */
function textOf(code: string, parser: 'js' | 'ts'): SqlText | null {
  let argument: Node | null = null;
  const tree = buildTree(parseFile(code, parser), (node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'q') argument = node.arguments[0] ?? null;
  });
  if (argument === null) throw new Error(`no q(…) in ${code}`);
  return readSqlText(createResolver(tree), argument, false);
}

const sourceCases = cases.filter((entry) => entry.group === 'source-map');

describe.each(['js', 'ts'] as const)('SQL text and the way back to the source, read through the %s parser', (parser) => {
  it.each(sourceCases.map((entry) => [entry.note ?? entry.id, entry] as const))('%s', (_note, { js, sqlText, styles, expectSourceRanges }) => {
    if (js === undefined || expectSourceRanges === undefined) throw new Error('a source-map case without source');
    const text = textOf(js, parser);
    expect(text?.text).toBe(sqlText);
    const found = findPlaceholders(text?.text ?? '', { dialect: 'postgres', styles: styles as never, holes: new Set(text?.holes.keys()) });
    const ranges = found.filter(({ quoted }) => quoted !== true).map(({ start, end }) => text?.locate(start, end));
    // A placeholder of a constant is reported in the constant, where it is written.
    const inCall = ranges.filter((range) => (range?.[0] ?? 0) >= js.indexOf('q('));
    expect(inCall).toEqual(expectSourceRanges);
  });

  it('counts the cases, so that none is lost', () => {
    expect(sourceCases).toHaveLength(15);
  });

  it('reads as many terms as the parsers themselves can read', () => {
    const code = `q(${Array.from({ length: 500 }, (_, index) => `'${index} '`).join(' + ')})`;
    expect(textOf(code, parser)?.text.split(' ')).toHaveLength(501);
  });

  it('does not follow a constant that is written twice, or circular ones', () => {
    expect(textOf("let a = 'x'; a = 'y'; q(`select ${a} ?`)", parser)?.text).toBe('select \uFFFC ?');
    expect(textOf('const a = `${b}`; const b = `${a}`; q(`select ${a}`)', parser)?.text).toMatch(/^select \uFFFC$/);
  });
});

describe('what may be edited', () => {
  it.each([
    ['a literal of the query', "q('id = ?')", true],
    ['a constant that only this query reads', "const t = 'id = ?'; q(t)", true],
    ['a constant that is read twice', "const t = 'id = ?'; log(t); q(t)", false],
    ['an exported constant', "export const t = 'id = ?'; q(t)", false],
  ])('%s', (_name, code, editable) => {
    expect(textOf(code, 'ts')?.isEditable(5, 6)).toBe(editable);
  });

  it('escapes what the literal needs escaped', () => {
    expect(textOf("q('a ? b')", 'ts')?.replace(2, 3, "it's \\")).toEqual([{ range: [5, 6], text: "it\\'s \\\\" }]);
    expect(textOf('q(`a ? b`)', 'ts')?.replace(2, 3, '${x}`')).toEqual([{ range: [5, 6], text: '\\${x}\\`' }]);
  });

  it('refuses a range that crosses from one literal into the next', () => {
    const text = textOf("q('a %' + 's b')", 'ts');
    expect(text?.replace(2, 4, '$1')).toBeNull();
    expect(text?.locate(2, 4)).toEqual([2, 15]);
  });
});
