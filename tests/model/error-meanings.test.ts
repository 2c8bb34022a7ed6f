import { describe, expect, it } from 'vitest';
import { codesAt, codesIn, isClass, isCode, meaningOf, nearestSqlstates, saidErrors } from '../../src/model/error-meanings.js';
import { matchText } from '../../src/model/server-texts.js';

const at = (system: Parameters<typeof codesAt>[0]['system']): Parameters<typeof codesAt>[0] => ({ path: ['code'], system });

describe('a code', () => {
  it.each([
    ['23505', 'unique_violation'],
    [23505, 'unique_violation'],
    ['ER_DUP_ENTRY', 'unique_violation'],
    [1062, 'unique_violation'],
    ['SQLITE_CONSTRAINT_PRIMARYKEY', 'unique_violation'],
    ['SQLITE_CONSTRAINT', 'integrity_constraint_violation'],
    ['42P19', 'invalid_recursion'],
    ['25P04', 'transaction_timeout'],
    ['ECONNREFUSED', undefined],
    [404, undefined],
    ['P2002', undefined],
  ])('%s stands for %s', (code, name) => {
    expect(meaningOf(code)?.name).toBe(name);
    expect(isCode(code)).toBe(name !== undefined);
  });

  it.each([
    ['23505', 'sqlstate', ['23505']],
    ['ER_DUP_ENTRY', 'sqlstate', ['23505']],
    ['42P19', 'sqlstate', ['42P19']],
    ['42P19', 'mysql-name', []],
    ['23503', 'mysql-name', ['ER_NO_REFERENCED_ROW_2', 'ER_ROW_IS_REFERENCED_2']],
    [1451, 'mysql-name', ['ER_ROW_IS_REFERENCED_2']],
    ['ER_NO_REFERENCED_ROW_2', 'mysql-number', [1452]],
    ['SQLITE_CONSTRAINT_PRIMARYKEY', 'sqlite-number', [1555]],
    ['SQLITE_CONSTRAINT_UNIQUE', 'sqlite-primary-name', ['SQLITE_CONSTRAINT']],
    ['SQLITE_CONSTRAINT', 'sqlite-name', ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_FOREIGNKEY', 'SQLITE_CONSTRAINT_NOTNULL', 'SQLITE_CONSTRAINT_CHECK']],
    ['23505', 'mysql-sqlstate', []],
    ['ETIMEDOUT', 'sqlstate', []],
  ] as const)('%s is in %s: %j', (code, system, codes) => {
    expect(codesAt(at(system), code)).toEqual(codes);
  });

  it('is one of several of its vocabulary', () => {
    expect(codesIn(at('sqlite-name'), meaningOf('23505')?.codes ?? [])).toEqual(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']);
  });

  it.each([['23', true], ['42P', true], ['2', false], ['99', false], ['23505', false], ['SQ', false]])('%s begins some: %s', (start, expected) => {
    expect(isClass(start)).toBe(expected);
  });

  it.each([
    ['23515', ['23505', '23514']],
    ['23055', ['23505']],
    ['42p01', ['42P01']],
    ['40005', ['40001']],
    ['23505', []],
    ['45000', []],
    ['P0009', []],
    ['42P00', []],
    ['2350', []],
    ['ETIME', []],
  ])('near to %s are %j', (code, near) => {
    expect(nearestSqlstates(code)).toEqual(near);
  });
});

describe('a text', () => {
  const said = (...pieces: string[]): readonly string[] | null => saidErrors('postgres', { by: 'text', alternatives: [pieces], ignoresCase: false })?.errors.map(({ name }) => name) ?? null;

  it.each([
    [['duplicate key'], ['unique_violation']],
    [['foreign key'], ['foreign_key_violation']],
    [['relation "users" does not exist'], ['undefined_table']],
    [['column "users" does not exist'], ['undefined_column']],
    [['invalid input syntax for type uuid'], ['invalid_text_representation']],
    [['invalid input syntax'], ['invalid_text_representation', 'invalid_datetime_format']],
    [['duplicate key', 'users_email_key'], ['unique_violation']],
    [['role "app" does not exist'], ['undefined_object', 'invalid_authorization_specification']],
    [['Duplicate key'], null],
    [['users_email_key'], null],
    [['user not found'], null],
    [['exist'], null],
    [['timeout'], null],
    [['Connection terminated'], null],
    [['terminat'], null],
    [[], null],
    [['a'.repeat(5000)], null],
  ])('%j is said about %j', (pieces, names) => {
    expect(said(...pieces)).toEqual(names);
  });

  it('is told with its exactness', () => {
    const ask = (text: string): unknown => {
      const found = saidErrors('postgres', { by: 'text', alternatives: [[text]], ignoresCase: true });
      return found && [found.isTelling, found.isWhole];
    };
    expect(ask('DUPLICATE KEY')).toEqual([true, true]);
    expect(ask('already exists')).toEqual([false, true]);
    expect(ask('relation "users" does not exist')).toEqual([true, false]);
  });

  it('is none where one of several is not', () => {
    expect(saidErrors('postgres', { by: 'text', alternatives: [['duplicate key'], ['too big']], ignoresCase: false })).toBeNull();
    expect(saidErrors('postgres', { by: 'text', alternatives: [], ignoresCase: false })).toBeNull();
  });

  it('belongs to one dialect', () => {
    expect(saidErrors('mysql', { by: 'text', alternatives: [['Duplicate entry']], ignoresCase: false })?.errors).toHaveLength(1);
    expect(saidErrors('postgres', { by: 'text', alternatives: [['Duplicate entry']], ignoresCase: false })).toBeNull();
    expect(saidErrors('sqlite', { by: 'text', alternatives: [['duplicate key']], ignoresCase: false })).toBeNull();
  });

  it.each([
    ['relation "{}" does not exist', 'relation "a" does not exist', { letters: 20, isComplete: true, fillsGaps: true }],
    ['relation "{}" does not exist', 'does not exist', { letters: 12, isComplete: false, fillsGaps: false }],
    ['deadlock detected', 'deadlock detected', { letters: 16, isComplete: true, fillsGaps: false }],
    ['relation "{}" does not exist', 'a very long name of a table" does not', null],
  ])('%s holds %s', (template, piece, match) => {
    expect(matchText(template, [piece], false)).toEqual(match);
  });
});
