import { describe, expect, it } from 'vitest';
import { lex } from '../../src/sql/lex.js';
import { splitStatements } from '../../src/sql/statements.js';

function statementsOf(sql: string): readonly (readonly [keyword: string, text: string])[] {
  return splitStatements(sql, lex(sql, { dialect: 'postgres', styles: [] })).map(({ keyword, start, end }) => [keyword, sql.slice(start, end)]);
}

describe('statements', () => {
  it.each([
    ['', []],
    [' ; -- nothing\n;', []],
    ['select 1', [['select', 'select 1']]],
    ['Select 1;', [['select', 'Select 1']]],
    ["select ';'; -- a;\n/* ; */ update t set a = $$;$$", [['select', "select ';'"], ['update', 'update t set a = $$;$$']]],
    ['select (1; 2)', [['select', 'select (1'], ['', '2)']]],
    ['(select 1) union (select 2)', [['select', '(select 1) union (select 2)']]],
    ['$1', [['', '$1']]],
    ['prepare q as select $1', [['prepare', 'prepare q as select $1']]],
    ['explain select 1', [['explain', 'explain select 1']]],
    ['explain (analyze) select generic_plan', [['explain', 'explain (analyze) select generic_plan']]],
    ['explain (verbose, generic_plan) select 1', [['explain generic_plan', 'explain (verbose, generic_plan) select 1']]],
    ['create or replace function f() returns int', [['create function', 'create or replace function f() returns int']]],
    ['create temporary table t()', [['create table', 'create temporary table t()']]],
    ['create', [['create', 'create']]],
  ])('of %s', (sql, statements) => {
    expect(statementsOf(sql)).toEqual(statements);
  });
});
