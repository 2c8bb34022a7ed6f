/** Makes real servers answer with errors: every kind that the facts know, as far as one test may. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ServerAddress } from './databases.js';
import { realFolder } from './install.js';

/** An error as the server sent it. */
export interface Answer {
  readonly code: string;
  readonly message: string;
}

interface Connection {
  query(text: string): Promise<unknown>;
  end(): Promise<void>;
}

interface PgModule {
  readonly Client: new (options: object) => Connection & { connect(): Promise<void>; on(event: 'error', listener: () => void): void };
}

interface MysqlModule {
  createConnection(options: object): Promise<Connection>;
}

const load = createRequire(join(realFolder, 'package.json'));

/** One after the other, on a database with the table `users`; what does not fail prepares the next. */
const postgresStatements: readonly string[] = [
  'create table pets (id int primary key, owner int not null references users, age int check (age > 0), name varchar(3))',
  ...['insert into users (id) values (1)', 'insert into pets values (1, 9)', 'insert into pets values (1, 1)', 'delete from users where id = 1'],
  ...['insert into pets (id) values (2)', 'alter table users add legs int', 'alter table users alter legs set not null', 'insert into pets values (2, 1, -1)', 'alter table pets add check (id > 100)'],
  ...['create table rooms (span int4range, exclude using gist (span with &&))', "insert into rooms values ('[1,5)')", "insert into rooms values ('[2,3)')"],
  ...['select * from nothing', 'drop table nothing', 'drop view nothing', 'drop sequence nothing'],
  ...['select nothing from users', 'alter table users drop nothing', 'select users.nothing from users'],
  ...['create table users ()', 'alter table users add age int', "create type mood as enum ('ok')", "create type mood as enum ('ok')", 'create role postgres', 'create extension plpgsql'],
  ...['alter table users add constraint c check (true)', 'alter table users add constraint c check (true)', 'create schema shop', 'create schema shop', 'create database postgres'],
  ...['create function f() returns int language sql as $$ select 1 $$', 'create function f() returns int language sql as $$ select 1 $$', 'prepare p as select 1', 'prepare p as select 1'],
  ...['create trigger t before update on pets for each row execute function suppress_redundant_updates_trigger()', 'create trigger t before update on pets for each row execute function suppress_redundant_updates_trigger()'],
  ...['selec', 'select (', "insert into pets values (3, 1, 1, 'long')", 'select 1/0', 'select 2147483647 + 1', "select '99999999999'::int"],
  ...["select 'x'::int", "select 'bad'::mood", "select 'x'::timestamp", "select 'x'::date", "select '2020-13-13'::date", 'select (select 1 union select 2)'],
  ...["insert into users (id) values (4) on conflict (name) do nothing", "insert into users (id) values (5), (5) on conflict (id) do update set name = 'x'"],
  ...['select nothing()', "select 1 + point '(1,1)'", "select 'x'::nothing", 'drop role nothing', 'drop index nothing', 'alter table users drop constraint nothing', 'drop trigger nothing on users'],
  ...['drop schema nothing', 'drop database nothing', 'deallocate nothing'],
  ...['begin', 'select 1/0', 'select 1', 'rollback'],
  ...['create role words login connection limit 0', 'set role words', 'select * from users', 'drop table users', 'reset role'],
];

const mariadbStatements: readonly string[] = [
  'create table pets (id int primary key, owner int not null, name varchar(3), foreign key (owner) references users (id))',
  ...['insert into users (id) values (1)', 'insert into pets values (1, 9, null)', 'insert into pets values (1, 1, null)', 'delete from users where id = 1', 'insert into pets values (2, null, null)'],
  ...['select * from nothing', 'select nothing from users', 'create table users (id int)', 'alter table users add age int', 'create index i on users (age)', 'create index i on users (age)'],
  ...['selec', "insert into pets values (3, 1, 'long')"],
];

/** What PostgreSQL answers; two connections wait for each other, and some may not come in. */
export async function postgresAnswers(address: ServerAddress): Promise<readonly Answer[]> {
  const { host, port, user, password, database } = address;
  const answers: Answer[] = [];
  const connect = async (options: object): Promise<Connection> => {
    const { Client }: PgModule = load('pg');
    const client = new Client({ host, port, user, password, database, ...options });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const [one, two] = [await connect({}), await connect({})];
  await askAll(one, postgresStatements, answers);
  for (const options of [{ user: 'words' }, { user: 'nothing' }, { database: 'nothing' }]) await connect(options).catch((error: unknown) => noteDown(answers, error));
  await askAll(one, ['drop role words', 'begin', 'update users set age = 1 where id = 2', 'lock table rooms'], answers);
  await askAll(two, ['select * from users for update nowait', 'begin', 'lock table rooms nowait', 'rollback', "set lock_timeout = '50ms'", 'update users set age = 2 where id = 2', 'reset lock_timeout'], answers);
  await askAll(two, ['begin', 'update users set age = 2 where id = 3'], answers);
  const waiting = askAll(one, ['update users set age = 1 where id = 3'], answers);
  await wait(200);
  await askAll(two, ['update users set age = 2 where id = 2'], answers);
  await waiting;
  await askAll(one, ['rollback', 'begin isolation level repeatable read', 'select * from users'], answers);
  await askAll(two, ['rollback', 'update users set age = 5 where id = 2'], answers);
  await askAll(one, ['update users set age = 6 where id = 2', 'rollback'], answers);
  const sleeping = askAll(two, ['select pg_sleep(60)'], answers);
  await wait(200);
  await one.query("select pg_terminate_backend(pid) from pg_stat_activity where query = 'select pg_sleep(60)'");
  await sleeping;
  await one.end();
  return answers;
}

/** What MariaDB answers. */
export async function mariadbAnswers({ host, port, user, password, database }: ServerAddress): Promise<readonly Answer[]> {
  const { createConnection }: MysqlModule = load('mysql2/promise');
  const answers: Answer[] = [];
  const [one, two] = [await createConnection({ host, port, user, password, database }), await createConnection({ host, port, user, password, database })];
  await askAll(one, [...mariadbStatements, 'begin', 'update users set age = 1 where id = 2'], answers);
  await askAll(two, ['set innodb_lock_wait_timeout = 1', 'update users set age = 2 where id = 2', 'begin', 'update users set age = 2 where id = 3'], answers);
  const waiting = askAll(one, ['update users set age = 1 where id = 3'], answers);
  await wait(200);
  await askAll(two, ['update users set age = 2 where id = 2'], answers);
  await waiting;
  await Promise.all([one.end(), two.end()]);
  return answers;
}

async function askAll(connection: Connection, statements: readonly string[], answers: Answer[]): Promise<void> {
  for (const statement of statements) await connection.query(statement).catch((error: unknown) => noteDown(answers, error));
}

function noteDown(answers: Answer[], error: unknown): void {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  answers.push({ code: String(error.code), message: error.message });
}
