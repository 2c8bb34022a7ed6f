import { describe, expect, it } from 'vitest';
import type { PlaceholderStyle } from '../../src/facts/schema.js';
import { findPlaceholders } from '../../src/sql/placeholders.js';
import { allStyles } from './cases.js';

describe('look-alikes in quotes', () => {
  it.each<[string, PlaceholderStyle | null]>([
    ["a = '$1'", 'dollar-number'],
    ["a = '%s'", 'percent-s'],
    ["a = '%d'", 'percent-s'],
    ["a = '%(x)s'", 'percent-name'],
    ["a = '?'", 'qmark'],
    ["a = ':x'", 'colon-name'],
    ["a like '%s'", null],
    ["a similar to '%s'", null],
    ["a like '?'", 'qmark'],
    ["data -> '?'", null],
    ["data ? '?'", null],
    ["format('%s', a)", null],
    ["a = ' ? '", null],
    ["a = E'?'", null],
    ["a = '$1 days'", null],
    ['a = "?"', null],
    ["a = $$?$$", null],
  ])('%s: %s', (sql, style) => {
    const found = findPlaceholders(sql, { dialect: 'postgres', styles: allStyles }).filter(({ quoted }) => quoted);
    expect(found.map((placeholder) => placeholder.style)).toEqual(style === null ? [] : [style]);
  });

  it('stay text when a hole is inside', () => {
    expect(findPlaceholders("'?'", { dialect: 'postgres', styles: allStyles, holes: new Set([1]) })).toEqual([]);
  });
});

describe('a formatter that knows no quotes', () => {
  const found = (sql: string, insideStrings: readonly PlaceholderStyle[]): readonly string[] =>
    findPlaceholders(sql, { dialect: 'mysql', styles: ['qmark', 'qmark-ident', 'dollar-number'], insideStrings }).map(({ style, start }) => `${style} ${start}`);

  it('finds `?` and `??` in strings, names and comments, and leaves longer runs', () => {
    expect(found("'?' \"?\" `??` -- ?\n /* ? */ ??? ?", ['qmark', 'qmark-ident'])).toEqual(['qmark 1', 'qmark 5', 'qmark-ident 9', 'qmark 16', 'qmark 22', 'qmark 31']);
  });

  it('finds `$1` likewise where that is its style', () => {
    expect(found("'$1' -- $2", ['dollar-number'])).toEqual(['dollar-number 1', 'dollar-number 8']);
  });

  it('leaves the other styles to the lexer', () => {
    expect(found("'a ?' ? $1", ['qmark'])).toEqual(['qmark 3', 'qmark 6', 'dollar-number 8']);
  });
});
