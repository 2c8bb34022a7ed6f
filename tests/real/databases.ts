/**
 * Throw-away databases on a real server: each run of an example gets its own copy of the same few rows. The drivers are
 * required at run time, because this package is not installed when the repository is type-checked.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { realFolder } from './install.js';

export interface ServerAddress {
  readonly engine: 'postgres' | 'mariadb';
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** A database that exists, from which others can be created. */
  readonly database: string;
}

type Row = Readonly<Record<string, unknown>>;

interface PgClient {
  connect(): Promise<unknown>;
  query(text: string): Promise<{ rows: readonly Row[] }>;
  end(): Promise<void>;
}

interface PgModule {
  readonly Client: new (options: object) => PgClient;
}

interface MysqlModule {
  createConnection(options: object): Promise<{ query(text: string): Promise<readonly [rows: readonly Row[]]>; end(): Promise<void> }>;
}

const load = createRequire(join(realFolder, 'package.json'));

/** Fixed values: what an example prints must be the same tomorrow. */
const people = [
  { id: 1, name: 'Ann', email: 'ann@example.com', age: 34, tags: '{"admin": true}', created: '2024-01-15 10:00:00' },
  { id: 2, name: 'Bob', email: 'bob@example.com', age: 27, tags: '{"team": "ops"}', created: '2024-02-20 08:30:00' },
  { id: 3, name: 'Cleo', email: 'cleo@example.com', age: 19, tags: '{}', created: '2024-03-05 17:45:00' },
];

/** Runs statements one after the other on a connection of its own; gives the rows of the last one. */
export async function ask(address: ServerAddress, ...statements: readonly string[]): Promise<readonly Row[]> {
  return address.engine === 'postgres' ? askPostgres(address, statements) : askMariadb(address, statements);
}

/** "PostgreSQL 15.18", "MariaDB 10.11.14". */
export async function serverVersion(address: ServerAddress): Promise<string> {
  const product = address.engine === 'postgres' ? 'PostgreSQL' : 'MariaDB';
  const [row] = await ask(address, address.engine === 'postgres' ? 'show server_version' : 'select version() as server_version');
  return `${product} ${/^[\d.]+/.exec(String(row?.['server_version']))?.[0] ?? 'of an unknown version'}`;
}

/** The same server with another database. */
export function inDatabase(address: ServerAddress, database: string): ServerAddress {
  return { ...address, database };
}

/** Creates a database with the table `users`; any of the same name is dropped before. */
export async function createDatabase(address: ServerAddress, name: string): Promise<void> {
  await dropDatabase(address, name);
  await ask(address, `create database ${name}`);
  const [json, time] = address.engine === 'postgres' ? ['jsonb', 'timestamptz'] : ['json', 'datetime'];
  const rows = people.map((one) => `(${one.id}, '${one.name}', '${one.email}', ${one.age}, '${one.tags}', '${one.created}')`);
  await ask(
    inDatabase(address, name),
    ...(address.engine === 'postgres' ? [`set timezone = 'UTC'`] : []),
    `create table users (id int primary key, name text, email text, age int, tags ${json}, created_at ${time})`,
    `insert into users values ${rows.join(', ')}`,
  );
}

/** Drops a database, also while programs are connected to it. */
export async function dropDatabase(address: ServerAddress, name: string): Promise<void> {
  await ask(address, `drop database if exists ${name}${address.engine === 'postgres' ? ' with (force)' : ''}`);
}

async function askPostgres(address: ServerAddress, statements: readonly string[]): Promise<readonly Row[]> {
  const client = await untilAdmitted(() => connectPostgres(address));
  try {
    let rows: readonly Row[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

async function connectPostgres({ host, port, user, password, database }: ServerAddress): Promise<InstanceType<PgModule['Client']>> {
  const { Client }: PgModule = load('pg');
  const client = new Client({ host, port, user, password, database });
  await client.connect();
  return client;
}

/** The connections of a program that has just ended are free a moment later. */
async function untilAdmitted<Connection>(connect: () => Promise<Connection>): Promise<Connection> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await connect();
    } catch (error) {
      const isFull = error instanceof Error && 'code' in error && (error.code === '53300' || error.code === 'ER_CON_COUNT_ERROR');
      if (!isFull || attempt === 50) throw error;
      await wait(100);
    }
  }
}

async function askMariadb(address: ServerAddress, statements: readonly string[]): Promise<readonly Row[]> {
  const { createConnection }: MysqlModule = load('mysql2/promise');
  const { host, port, user, password, database } = address;
  const connection = await untilAdmitted(() => createConnection({ host, port, user, password, database }));
  try {
    let rows: readonly Row[] = [];
    for (const statement of statements) [rows] = await connection.query(statement);
    return rows;
  } finally {
    await connection.end();
  }
}
