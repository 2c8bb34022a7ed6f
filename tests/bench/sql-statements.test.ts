import { describe, expect, it } from 'vitest';
import { isStatement } from '../../bench/resolution/sql-statements.js';

const HOLE = '\uFFFC';

describe('a text', () => {
  it.each([
    'select 1', '  SELECT * FROM users', '-- all\nselect id from users', '/* a */ (select now()) union select 2', `select ${HOLE}`, 'SELECT current_user', 'insert into users values (1)', 'insert or ignore into users values (1)',
    'INSERT IGNORE INTO users VALUES (1)', 'replace into users values (1)', 'update users set name = 1', `update ${HOLE} set a = 1`, 'delete from users', 'with recent as (select 1) select * from recent', 'WITH RECURSIVE t(n) AS (values (1)) select 1',
    'create table users (id int)', 'create unique index on users (id)', 'create or replace function f() returns int as $$ $$', 'alter table users add id int', 'drop table if exists users', 'truncate users', `truncate ${HOLE} restart identity`,
    'begin', 'BEGIN;', 'commit', 'rollback', 'rollback to savepoint a', 'begin isolation level serializable', 'begin immediate', 'start transaction', 'savepoint a', 'set local statement_timeout = 1', 'set search_path to a', 'set names utf8',
    'listen events', 'notify events, 1', "copy users from stdin", "copy (select 1) to stdout", 'grant select on users to app', 'lock table users', 'explain analyze select 1', 'vacuum', 'analyze users', 'do $$ begin end $$',
    'call refresh()', 'values (1)', 'show tables', 'show search_path', 'declare c cursor for select 1', 'fetch next from c', 'reset role', 'deallocate all', 'pragma journal_mode = wal', 'refresh materialized view v',
  ])('%s is SQL', (text) => {
    expect(isStatement(text)).toBe(true);
  });

  it.each([
    '', 'where id = 1', 'Select an option', 'Update the table', 'Delete this user?', 'Create a new account', 'Insert coin', 'drop it', 'begin with a letter', 'Commit your changes', 'Set the value', 'Show me all users', 'Show tags button',
    'copy object to clipboard', 'call me', 'with love', 'values', 'listen to me', 'match (n) return n', 'create (n:User)', 'CALL apoc.meta.data()', 'merge (n) return n', '{ users { id } }', 'query { users }', 'fetch from the server', 'Fetch from API server returned',
  ])('%s is no SQL', (text) => {
    expect(isStatement(text)).toBe(false);
  });
});
