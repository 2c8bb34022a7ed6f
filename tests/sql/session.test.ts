import { describe, expect, it } from 'vitest';
import { keepsSession } from '../../src/sql/session.js';

const postgres = (sql: string): boolean => keepsSession(sql, 'postgres', new Map());

describe('a text that needs the same connection afterwards', () => {
  it.each([
    'listen orders',
    'LISTEN "orders"',
    'select 1; set search_path = shop',
    'select pg_advisory_lock($1)',
    'select pg_try_advisory_lock_shared(1)',
    "select set_config('app.user', $1, false)",
    'create temp table t (id int)',
    'create temporary table t (id int)',
    'declare c cursor for select 1',
  ])('%s', (sql) => {
    expect(postgres(sql)).toBe(true);
  });

  it('may be of MySQL', () => {
    expect(keepsSession("select get_lock('shop', 10)", 'mysql', new Map())).toBe(true);
    expect(keepsSession('lock tables users read', 'mysql', new Map())).toBe(true);
  });
});

describe('a text that leaves nothing behind', () => {
  it.each([
    'select * from users',
    "update users set name = 'listen'",
    'begin',
    'select pg_advisory_xact_lock(1)',
    "select 'pg_advisory_lock'",
    '-- listen orders\nselect 1',
    'create table temp (id int)',
    '',
  ])('%s', (sql) => {
    expect(postgres(sql)).toBe(false);
  });
});
