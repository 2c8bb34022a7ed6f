import { describe, expect, it } from 'vitest';
import type { ValuesShape } from '../../src/sql/values.js';
import { applyEdits, planRewrite, type RewritePlan } from '../../src/sql/rewrite.js';
import { allStyles } from './cases.js';
import { absent, list, record, scalar, unknown } from './finding-rows.js';

/** The plan for a text, or for a condition. */
function plan(text: string, values: ValuesShape, target: 'dollar-number' | 'qmark' = 'dollar-number'): RewritePlan {
  const sql = statementOf(text);
  const holes = new Set([...sql.matchAll(/◆/g)].map(({ index }) => index));
  return planRewrite(sql, { dialect: target === 'qmark' ? 'mysql' : 'postgres', styles: allStyles, target, values, holes });
}

function statementOf(text: string): string {
  return text.startsWith('where') ? `select * from t ${text}` : text;
}

describe('edits', () => {
  it('hold the blanks they need, so that each can be made alone', () => {
    const sql = "select * from t where id=?and name like'%s'or a in(?)";
    const { edits } = planRewrite(sql, { dialect: 'postgres', styles: ['qmark'], target: 'dollar-number', values: list(2) });
    expect(edits).toEqual([
      { start: 25, end: 26, text: '$1 ' },
      { start: 51, end: 52, text: '$2' },
    ]);
    const [first, second] = edits;
    expect(applyEdits(applyEdits(sql, second ? [second] : []), first ? [first] : [])).toBe(applyEdits(sql, edits));
  });

  it('drop the quotes of a placeholder that the values prove, and put blanks in their place', () => {
    const sql = "select * from t where a in('%s')and b like'%s'or c=%s";
    expect(applyEdits(sql, plan(sql, list(2)).edits)).toBe("select * from t where a in($1)and b like'%s'or c=$2");
    expect(plan("select case when'$1'then 1 end", list(1)).edits).toEqual([{ start: 16, end: 20, text: ' $1 ' }]);
  });

  it('keep a blank before an unknown part', () => {
    expect(plan('where a = ?◆', list(1))).toMatchObject({ verdict: 'suggest', edits: [{ text: '$1 ' }] });
    const dotted = planRewrite('select ?~', { dialect: 'postgres', styles: ['qmark'], target: 'dollar-number', values: list(1), holes: new Set([8]) });
    expect(dotted).toMatchObject({ verdict: 'suggest', edits: [{ text: '$1 ' }] });
  });
});

describe('what happens to the values', () => {
  it.each([
    ['where a = :x and b = :y and c = :x', record('x', 'y'), 'dollar-number', 'fix', ['x', 'y'], undefined],
    ['where a = :x and b = :y and c = :x', record('x', 'y'), 'qmark', 'suggest', ['x', 'y', 'x'], undefined],
    ['where a = :y and b = :x', record('x', 'y'), 'qmark', 'fix', ['y', 'x'], undefined],
    ['where a = $1 and b = $2', list(2), 'qmark', 'fix', undefined, undefined],
    ['where a = $1 or b = $1', list(1, true), 'qmark', 'suggest', undefined, [0, 0]],
    ['where a = $2 or b = $1 or c = $2', list(2, true), 'qmark', 'suggest', undefined, [1, 0, 1]],
    ['where a = ?2 or b = ?1', list(2), 'dollar-number', 'fix', undefined, undefined],
  ] as const)('%s with %o to %s: %s', (sql, values, target, verdict, valueOrder, valueIndexes) => {
    expect(plan(sql, values, target)).toMatchObject({ verdict, ...(valueOrder && { valueOrder }), ...(valueIndexes && { valueIndexes }) });
    expect(plan(sql, values, target).valueIndexes).toEqual(valueIndexes);
  });
});

describe('no edit', () => {
  it.each<[string, ValuesShape, 'dollar-number' | 'qmark', string]>([
    ['where a = $1 or b = $1', list(1), 'qmark', 'the values would have to be repeated or put in another order'],
    ['where a = $2 or b = $1', list(2, false), 'qmark', 'the values would have to be repeated or put in another order'],
    ['where a = $1 or b = $1', list(2, true), 'qmark', '1 placeholders, 2 values'],
    ["where a = $1 or b = 'why?'", list(1), 'qmark', 'another ? in the text, which a formatter would replace'],
    ['where a = $1 # ?', list(1), 'qmark', 'another ? in the text, which a formatter would replace'],
    ['where a = :x or b = :x', { kind: 'record', keys: ['x'], closed: true, pure: false }, 'qmark', 'values would have to be repeated'],
    ['where a = ?1 or b = ?3', list(3), 'dollar-number', 'a number is missing'],
    ['where a = ?', scalar, 'dollar-number', 'no list of values'],
    ['where a = ?', absent, 'dollar-number', 'no list of values'],
    ['where a = :x', unknown, 'dollar-number', 'names need a record of values'],
    ['where a = ${x:raw}', record('x'), 'dollar-number', 'a placeholder that binds no value'],
    ['where a = :x◆', record('x'), 'dollar-number', 'a placeholder that binds no value'],
    ['select * from ?', list(1), 'dollar-number', 'no value can stand after from'],
    ['select * from t join ? on true', list(1), 'dollar-number', 'no value can stand after join'],
    ['select a.? from t', list(1), 'dollar-number', 'a name cannot be bound'],
    ['update t set ? = 1', list(1), 'dollar-number', 'a name cannot be bound'],
    ['insert into t(?) values (1)', list(1), 'dollar-number', 'a name cannot be bound'],
    ['select interval ?', list(1), 'dollar-number', 'interval takes a literal; a value is cast with ::interval'],
    ['select 1 order by ?', list(1), 'dollar-number', 'a bound value is a constant, which sorts nothing'],
    ['set a = ?', list(1), 'dollar-number', 'set takes no parameters'],
    ['create table t (a int default ?)', list(1), 'dollar-number', 'create table takes no parameters'],
    ['delete from t where a = ?; select 1', list(1), 'dollar-number', 'several statements take no values'],
    ["where a = 'open and b = ?", list(1), 'dollar-number', 'the text is no SQL'],
  ])('%s', (sql, values, target, reason) => {
    const { verdict, edits, reasons } = plan(sql, values, target);
    expect({ verdict, edits }).toEqual({ verdict: 'report', edits: [] });
    expect(reasons).toContain(reason);
  });
});

describe('only a suggestion, since PostgreSQL might not know the type', () => {
  it.each([['select -?', 1], ['select ? + ?', 2], ['select a from unnest(?) a', 1], ['select extract(year from ?)', 1], ['where a in (select ?)', 1], ['select to_json(?)', 1]])('%s', (sql, length) => {
    expect(plan(sql, list(length)).verdict).toBe('suggest');
  });

  it.each([['select -?::int', 1], ['select a - ?', 1], ['where a is distinct from ?', 1], ['select position(? in a)', 1], ['where a = any(?)', 1], ['select lower(?)', 1]])('not for %s', (sql, length) => {
    expect(plan(sql, list(length)).verdict).toBe('fix');
  });
});
