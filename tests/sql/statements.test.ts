import { describe, expect, it } from 'vitest';
import { lex } from '../../src/sql/lex.js';
import { describeEffects, splitStatements } from '../../src/sql/statements.js';

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

describe('effects of statements', () => {
  it.each([
    ['select id from users where f(id) = 1', { changesSchema: false, callsRoutine: false }],
    ['insert into users values (1)', { changesSchema: false, callsRoutine: false }],
    ['select (1), (select 2)', { changesSchema: false, callsRoutine: false }],
    ['select transfer($1)', { changesSchema: false, callsRoutine: true }],
    ['SELECT shop.transfer ($1)', { changesSchema: false, callsRoutine: true }],
    ['select * from shop.transfer($1) as t', { changesSchema: false, callsRoutine: true }],
    ['call transfer()', { changesSchema: false, callsRoutine: true }],
    ['do $$ begin end $$', { changesSchema: false, callsRoutine: true }],
    ['select 1; create table t (id int)', { changesSchema: true, callsRoutine: false }],
    ['alter table t add a int', { changesSchema: true, callsRoutine: false }],
    ['', { changesSchema: false, callsRoutine: false }],
  ])('%s', (sql, effects) => {
    expect(describeEffects(sql, { dialect: 'postgres', styles: [] })).toEqual(effects);
  });
});
