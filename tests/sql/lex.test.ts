import { describe, expect, it } from 'vitest';
import type { Dialect, PlaceholderStyle } from '../../src/facts/schema.js';
import { lex, type Token } from '../../src/sql/lex.js';
import { allStyles } from './cases.js';

/** Tokens as `kind text`, with the reason where one is no SQL. */
function read(sql: string, dialect: Dialect = 'postgres', styles: readonly PlaceholderStyle[] = [], holes?: ReadonlySet<number>): readonly string[] {
  const shown = (token: Token): string => {
    const kind = token.kind === 'placeholder' ? token.style : token.kind;
    return `${kind} ${sql.slice(token.start, token.end)}${token.error === undefined ? '' : ` (${token.error})`}`;
  };
  return lex(sql, { dialect, styles, ...(holes && { holes }) }).map(shown);
}

/** A text in which `◆` stands for a hole. */
function readWithHoles(sql: string, styles: readonly PlaceholderStyle[] = allStyles): readonly string[] {
  return read(sql, 'postgres', styles, new Set([...sql.matchAll(/◆/g)].map(({ index }) => index)));
}

describe("the server's tokens", () => {
  it.each([
    ["'it''s'", ["string 'it''s'"]],
    [String.raw`'\' E'\''`, [String.raw`string '\'`, String.raw`string E'\''`]],
    ["'a'\n 'b'", ["string 'a'\n 'b'"]],
    ["'a' -- x\n 'b'", ["string 'a' -- x\n 'b'"]],
    ["'a' 'b'", ["string 'a'", "string 'b'"]],
    ["N'a' B'1' x'F' U&'b' U&\"c\"", ['word N', "string 'a'", "bit-string B'1'", "hex-string x'F'", "unicode-string U&'b'", 'unicode-identifier U&"c"']],
    ['"a""b" "c?"', ['quoted-identifier "a""b"', 'quoted-identifier "c?"']],
    ['$$ $1 $$ $a$ $$ $a$', ['dollar-string $$ $1 $$', 'dollar-string $a$ $$ $a$']],
    ['a$1 $1', ['word a$1', 'dollar-number $1']],
    ['/* a /* b */ c */ -- d', ['block-comment /* a /* b */ c */', 'line-comment -- d']],
    ['1 1.5 .5 1e5 1..2 0x1F 1_000', ['integer 1', 'float 1.5', 'float .5', 'float 1e5', 'integer 1', 'dot-dot ..', 'integer 2', 'integer 0x1F', 'integer 1_000']],
    ['a=-1', ['word a', 'punctuation =', 'punctuation -', 'integer 1']],
    ['a@-1', ['word a', 'operator @-', 'integer 1']],
    ['a=?', ['word a', 'operator =?']],
    ['a<--b', ['word a', 'punctuation <', 'line-comment --b']],
    ['a::b :=c', ['word a', 'typecast ::', 'word b', 'colon-equals :=', 'word c']],
    ['`a`', ['operator `', 'word a', 'operator `']],
    [':a @b %s {c}', ['punctuation :', 'word a', 'operator @', 'word b', 'punctuation %', 'word s', 'punctuation {', 'word c', 'punctuation }']],
  ])('of %s', (sql, tokens) => {
    expect(read(sql)).toEqual(tokens);
  });

  it.each([
    ["'a", ["string 'a (unterminated)"]],
    ['"a', ['quoted-identifier "a (unterminated)']],
    ['$$ a', ['dollar-string $$ a (unterminated)']],
    ['/* /* */', ['block-comment /* /* */ (unterminated)']],
    ['$1and', ['dollar-number $1and (junk after parameter)']],
    ['1and', ['integer 1and (junk after number)']],
  ])('tell what is wrong with %s', (sql, tokens) => {
    expect(read(sql)).toEqual(tokens);
  });

  it('have a bound for operators, as the server has', () => {
    expect(read('@'.repeat(63))).toEqual([`operator ${'@'.repeat(63)}`]);
    expect(read('@'.repeat(64))).toEqual([`operator ${'@'.repeat(64)} (operator too long)`]);
  });

  it('let a backslash escape in plain strings when asked', () => {
    const sql = String.raw`'a\'b' c`;
    expect(lex(sql, { dialect: 'postgres', styles: [], backslashEscapes: true }).map(({ start, end }) => sql.slice(start, end))).toEqual([String.raw`'a\'b'`, 'c']);
  });
});

describe('other servers', () => {
  it.each<[Dialect, string, readonly string[]]>([
    ['mysql', String.raw`'it\'s' "a\"b" ${'`'}c?${'`'} ?`, [String.raw`string 'it\'s'`, String.raw`string "a\"b"`, 'quoted-identifier `c?`', 'qmark ?']],
    ['mysql', '# a ?\n5--1 -- b', ['line-comment # a ?', 'integer 5', 'punctuation -', 'punctuation -', 'integer 1', 'line-comment -- b']],
    ['mysql', '/* /* */ ?', ['block-comment /* /* */', 'qmark ?']],
    ['mysql', 'a->?, b<=>?, c!=?', ['word a', 'operator ->', 'qmark ?', 'punctuation ,', 'word b', 'operator <=>', 'qmark ?', 'punctuation ,', 'word c', 'operator !=', 'qmark ?']],
    ['mysql', '@@sql_mode $$ $1', ['word @@sql_mode', 'word $$', 'word $1']],
    ['sqlite', '[a?] `b` "c" ?1 :d @e $f', ['quoted-identifier [a?]', 'quoted-identifier `b`', 'quoted-identifier "c"', 'qmark-number ?1', 'colon-name :d', 'at-name @e', 'dollar-name $f']],
    ['sqlite', '? /* open', ['qmark ?', 'block-comment /* open']],
    ['sqlite', '[a', ['quoted-identifier [a (unterminated)']],
    ['mssql', '[a]]b] = @c /* /* */ */ @@version', ['quoted-identifier [a]]b]', 'punctuation =', 'at-name @c', 'block-comment /* /* */ */', 'word @@version']],
    ['oracle', "q'[it's ?]' = :a and b = :1", ["string q'[it's ?]'", 'punctuation =', 'colon-name :a', 'word and', 'word b', 'punctuation =', 'colon-number :1']],
  ])('%s: %s', (dialect, sql, tokens) => {
    expect(read(sql, dialect)).toEqual(tokens);
  });
});

describe('placeholders of other styles', () => {
  it.each([
    ['a = #{b}', 'hash-brace #{b}'],
    ['a=#{b.c}', 'hash-brace #{b.c}'],
    ['limit %d', 'percent-s %d'],
    ['limit %(n)d', 'percent-name %(n)d'],
    ['a at time zone ?', 'qmark ?'],
    ['a = {0}', 'brace-name {0}'],
    ['a = {}', 'brace-name {}'],
    ['data ?|?1', 'qmark-number ?1'],
  ])('are read in %s', (sql, token) => {
    expect(read(sql, 'postgres', allStyles).at(-1)).toBe(token);
  });

  it.each([['5 %d'], ['a %size'], ['zone ? b'], ['a # b'], ['a ?| b'], ["a ? 'b'"], ["'?'"], ['x::y'], ['a[b:c]'], ['{ a b }'], ['%dd']])('are not seen in %s', (sql) => {
    expect(lex(sql, { dialect: 'postgres', styles: allStyles }).filter((token) => token.kind === 'placeholder')).toEqual([]);
  });
});

describe('holes', () => {
  it.each([
    ['select ◆ from a◆', ['word select', 'hole ◆', 'word from', 'word a', 'hole ◆']],
    ["'◆' \"◆\" -- ◆", ["string '◆'", 'quoted-identifier "◆"', 'line-comment -- ◆']],
    ['$◆ $1◆', ['dollar-number $◆', 'dollar-number $1◆']],
    [':◆ :a◆', ['punctuation :', 'hole ◆', 'colon-name :a', 'hole ◆']],
    ['$a◆$', ['dollar-name $a', 'hole ◆', 'punctuation $']],
    ['a = %s◆', ['word a', 'punctuation =', 'percent-s %s', 'hole ◆']],
    ['◆ ? ◆', ['hole ◆', 'operator ?', 'hole ◆']],
    ['=◆=', ['punctuation =', 'hole ◆', 'punctuation =']],
  ])('in %s', (sql, tokens) => {
    expect(readWithHoles(sql)).toEqual(tokens);
  });

  it('are marked on the tokens that cover one', () => {
    const sql = "'◆' 'a' ◆ '◆◆' b";
    const holes = new Set([...sql.matchAll(/◆/g)].map(({ index }) => index));
    expect(lex(sql, { dialect: 'postgres', styles: [], holes }).map((token) => token.hasHole === true)).toEqual([true, false, false, true, false]);
  });

  it('may be given in any order', () => {
    const sql = "'◆' a '◆'";
    expect(lex(sql, { dialect: 'postgres', styles: [], holes: new Set([7, 1]) }).map((token) => token.hasHole === true)).toEqual([true, false, true]);
  });
});

/** Each of these would not end within the suite's time limit if the work grew with the square of the length. */
describe('long texts', () => {
  const million = 1_000_000;
  it.each([
    ['a string', `'${'a'.repeat(million)}'`, 1],
    ['digits', '1'.repeat(million), 1],
    ['an open string', `'${"''".repeat(million / 2)}`, 1],
    ['an open dollar quote', `$a$${'$b'.repeat(million / 2)}`, 1],
    ['nested comments', `${'/*'.repeat(10_000)}${'*/'.repeat(10_000)}`, 1],
    ['question marks', '?,'.repeat(100_000), 200_000],
    ['question marks behind operators', '=?'.repeat(100_000), 200_000],
    ['brackets that nothing closes', '${ '.repeat(100_000), 200_000],
  ])('%s', (_name, sql, tokens) => {
    expect(lex(sql, { dialect: 'postgres', styles: allStyles.filter((style) => style !== 'qmark-ident') })).toHaveLength(tokens);
  });

  it('100,000 holes', () => {
    const sql = "'◆',".repeat(100_000);
    const holes = new Set(Array.from({ length: 100_000 }, (_, index) => index * 4 + 1));
    const tokens = lex(sql, { dialect: 'postgres', styles: allStyles, holes });
    expect(tokens.filter((token) => token.hasHole)).toHaveLength(100_000);
  });
});
