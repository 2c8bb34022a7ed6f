/** What the servers beside PostgreSQL, MySQL and SQLite read in a way of their own. */
import { describe, expect, it } from 'vitest';
import type { Dialect, PlaceholderStyle } from '../../src/facts/schema.js';
import { lex } from '../../src/sql/lex.js';
import { allStyles } from './cases.js';

function read(sql: string, dialect: Dialect, styles: readonly PlaceholderStyle[]): readonly string[] {
  return lex(sql, { dialect, styles }).map((token) => {
    const kind = token.kind === 'placeholder' ? token.style : token.kind;
    return `${kind} ${sql.slice(token.start, token.end)}${token.error === undefined ? '' : ` (${token.error})`}`;
  });
}

describe('SQL Server', () => {
  it.each([
    ['[a b] [c]]:d]', ['quoted-identifier [a b]', 'quoted-identifier [c]]:d]']],
    ['t.[what?]', ['word t', 'punctuation .', 'quoted-identifier [what?]']],
    ['[open ?', ['quoted-identifier [open ? (unterminated)']],
    ['"a" = \'b\'', ['quoted-identifier "a"', 'punctuation =', "string 'b'"]],
    ["N'it''s'", ['word N', "string 'it''s'"]],
    // No dollar quotes: money, columns of the server.
    ['$1 $1.50 $action', ['word $1', 'word $1', 'float .50', 'word $action']],
    ['$$ @a $$', ['word $$', 'at-name @a', 'word $$']],
    ['@id @@rowcount', ['at-name @id', 'word @@rowcount']],
    ['exec p @a = @b', ['word exec', 'word p', 'at-name @a', 'punctuation =', 'at-name @b']],
    ['#t ##u', ['operator #', 'word t', 'operator #', 'operator #', 'word u']],
    ['geography::Point', ['word geography', 'typecast ::', 'word Point']],
    ['/* a /* b */ c */ ?', ['block-comment /* a /* b */ c */', 'operator ?']],
  ])('reads %s', (sql, tokens) => {
    expect(read(sql, 'mssql', [])).toEqual(tokens);
  });

  it.each([
    ['a = ? and b ? c', ['word a', 'punctuation =', 'qmark ?', 'word and', 'word b', 'qmark ?', 'word c']],
    ["json_object('id':id)", ['word json_object', 'punctuation (', "string 'id'", 'punctuation :', 'word id', 'punctuation )']],
    ['id = #{id}', ['word id', 'punctuation =', 'hash-brace #{id}']],
    ['5 % s', ['integer 5', 'punctuation %', 'word s']],
    ['id = :id', ['word id', 'punctuation =', 'colon-name :id']],
  ])('has no operator that is written like a placeholder: %s', (sql, tokens) => {
    expect(read(sql, 'mssql', allStyles)).toEqual(tokens);
  });
});

describe('Oracle', () => {
  it.each([
    ["q'[it's]' Q'{a}' q'!b!'", ["string q'[it's]'", "string Q'{a}'", "string q'!b!'"]],
    ["nq'(it's :x)' NQ'<?>'", ["string nq'(it's :x)'", "string NQ'<?>'"]],
    ["q'[open ?", ["string q'[open ? (unterminated)"]],
    ["q 'a' seq'b'", ['word q', "string 'a'", 'word seq', "string 'b'"]],
    ["'a\\' :b", ["string 'a\\'", 'punctuation :', 'word b']],
    [':id, :1, :"Id"', ['colon-name :id', 'punctuation ,', 'colon-number :1', 'punctuation ,', 'colon-name :"Id"']],
    ['v$session a$1', ['word v$session', 'word a$1']],
    ['a := :b', ['word a', 'colon-equals :=', 'colon-name :b']],
    ['/* a /* b */ :c', ['block-comment /* a /* b */', 'colon-name :c']],
    ['orders@archive', ['word orders', 'operator @', 'word archive']],
    ["'HH24:MI'", ["string 'HH24:MI'"]],
  ])('reads %s', (sql, tokens) => {
    expect(read(sql, 'oracle', [])).toEqual(tokens);
  });

  it.each([
    ['a ? b', ['word a', 'qmark ?', 'word b']],
    ['id = @id', ['word id', 'punctuation =', 'at-name @id']],
    ['orders@archive', ['word orders', 'operator @', 'word archive']],
    ["json_object('id':id, 'n':n)", ['word json_object', 'punctuation (', "string 'id'", 'punctuation :', 'word id', 'punctuation ,', "string 'n'", 'punctuation :', 'word n', 'punctuation )']],
    ['id = $1', ['word id', 'punctuation =', 'dollar-number $1']],
    ['id = #{id}', ['word id', 'punctuation =', 'hash-brace #{id}']],
  ])('has no operator that is written like a placeholder: %s', (sql, tokens) => {
    expect(read(sql, 'oracle', allStyles)).toEqual(tokens);
  });

  it('binds a quoted name under its name without the quotes', () => {
    expect(lex('select :"Id" from dual', { dialect: 'oracle', styles: [] })).toContainEqual({ kind: 'placeholder', style: 'colon-name', name: 'Id', start: 7, end: 12 });
  });
});
