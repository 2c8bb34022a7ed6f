import { describe, expect, it } from 'vitest';
import { patternPieces } from '../../../src/javascript/syntax/pattern-pieces.js';

describe('what a regular expression looks for', () => {
  it.each([
    [/duplicate key/, [['duplicate key']]],
    [/^duplicate key$/i, [['duplicate key']]],
    [/duplicate|unique/, [['duplicate'], ['unique']]],
    [/(duplicate|unique) key/, [['duplicate key'], ['unique key']]],
    [/(?:a|b)(c|d)/, [['ac'], ['ad'], ['bc'], ['bd']]],
    [/violates .* constraint/, [['violates ', ' constraint']]],
    [/constraint "(\w+)"/, [['constraint "', '"']]],
    [/constraint "([^"\]]+)" of/, [['constraint "', '" of']]],
    [/(?<name>users) not found/, [['users not found']]],
    [/ER\.DUP\/x/, [['ER.DUP/x']]],
    [/\bkey\b/, [['key']]],
    [/keys?/, [['key']]],
    [/key+s/, [['key', 's']]],
    [/a{2}b/, [['b']]],
    [/(key )?violates/, [['violates']]],
    [/(ab)+c/, [['ab', 'c']]],
    [/.*/, [[]]],
    [/a|/, [['a'], []]],
  ])('%s', (pattern, pieces) => {
    expect(patternPieces(pattern.source)).toEqual(pieces);
  });

  it.each([[/(?=x)key/], [/(?<!x)key/], [/(a)\1/], [/\x41/], [/(?:a|b)(?:a|b)(?:a|b)(?:a|b)(?:a|b)/]])('is not told for %s', (pattern) => {
    expect(patternPieces(pattern.source)).toBeNull();
  });

  it.each(['(', ')', '[', 'a)', '\\', '(?'])('is not told for the broken source %s', (source) => {
    expect(() => patternPieces(source)).not.toThrow();
  });
});
