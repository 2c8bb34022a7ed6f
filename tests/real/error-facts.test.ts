/** What the facts say of errors, asked of real drivers and servers: codes, texts, and the places in which each driver keeps them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { drivers } from '../../src/facts/drivers/index.js';
import { codeProperties, constraintProperties } from '../../src/facts/error-places.js';
import type { CodeSystem, ErrorFacts } from '../../src/facts/error-schema.js';
import type { Dialect } from '../../src/facts/schema.js';
import { serverErrors } from '../../src/facts/server-errors.js';
import { sqlstates } from '../../src/facts/sqlstates.js';
import { ask, createDatabase, dropDatabase, inDatabase, type ServerAddress } from './databases.js';
import { obstacleTo, programs, programTitle, type Program } from './error-programs.js';
import type { Servers } from './example-drivers.js';
import type { ProvidedServer } from './global-setup.js';
import { runExample } from './run-example.js';
import { mariadbAnswers, postgresAnswers, type Answer } from './server-answers.js';

const servers: Servers = { postgres: inject('postgres'), mariadb: inject('mariadb') };

/** Not to be raised by name: newer than the server of the tests, or second codes for a name. */
const notRaised: ReadonlySet<string> = new Set(['25P04', '10608', '38002', '38003', '38004', '39004']);

test('each SQLSTATE is what its condition raises', async () => {
  const known = [...sqlstates].filter(([code]) => !notRaised.has(code));
  const rows = await ask(
    inject('postgres').address,
    `create function pg_temp.code_of(name text) returns text language plpgsql as $$
      begin execute 'do $q$ begin raise ' || name || '; end $q$'; exception when others or assert_failure or query_canceled then return sqlstate; end $$`,
    `select pg_temp.code_of(name) as code from unnest('{${known.map(([, name]) => name).join(',')}}'::text[]) as name`,
  );
  expect(rows.map(({ code }) => code)).toEqual(known.map(([code]) => code));
});

/** Texts for which all connections of a server are needed that others use, too. */
const notAsked: ReadonlySet<string> = new Set(['sorry, too many clients already', 'Too many connections']);

describe('the texts of a server', () => {
  test('PostgreSQL', async () => {
    const answers = await answersOf(inject('postgres'), postgresAnswers);
    expect(textsOf('postgres', 'sqlstate').filter((one) => !isSaid(one, answers))).toEqual([]);
  });

  test.skipIf(servers.mariadb === null)('MariaDB (skipped: no MariaDB server is installed)', async () => {
    const answers = servers.mariadb === null ? [] : await answersOf(servers.mariadb, mariadbAnswers);
    expect(textsOf('mysql', 'mysql-name').filter((one) => !isSaid(one, answers))).toEqual([]);
  });

  test('are missed when nobody says them', () => {
    const text = { code: '23505', text: 'duplicate key value violates unique constraint "{}"' };
    const said = { code: '23505', message: 'duplicate key value violates unique constraint "users_pkey"' };
    expect([isSaid(text, [said]), isSaid(text, [{ ...said, code: '23503' }]), isSaid(text, [{ ...said, message: `${said.message} of users` }])]).toEqual([true, false, false]);
  });
});

interface ServerText {
  readonly code: string;
  readonly text: string;
}

function textsOf(dialect: Dialect, system: CodeSystem): ServerText[] {
  const all = serverErrors.flatMap(({ codes, texts }) => (texts[dialect] ?? []).map((text, index) => ({ code: String(codes[system]?.[index] ?? codes[system]?.[0]), text })));
  return all.filter(({ text }) => !notAsked.has(text));
}

function isSaid({ code, text }: ServerText, answers: readonly Answer[]): boolean {
  const pattern = new RegExp(`^${text.split('{}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`, 's');
  return answers.some((answer) => answer.code === code && pattern.test(answer.message));
}

async function answersOf({ address, databasePrefix }: ProvidedServer, find: (address: ServerAddress) => Promise<readonly Answer[]>): Promise<readonly Answer[]> {
  const name = `${databasePrefix}answers`;
  await createDatabase(address, name);
  try {
    return await find(inDatabase(address, name));
  } finally {
    await dropDatabase(address, name);
  }
}

/** What stands at each path, by path with dots; nothing for undefined. */
type SeenPaths = Readonly<Record<string, unknown>>;

/** A unique constraint, a table that does not exist; both are told by code on PostgreSQL and MySQL. */
const violation = "insert into users (id, name) values (1, 'x')";
const missing = 'select * from nothing';

describe('the errors of a driver', { concurrent: true }, () => {
  for (const [name, program] of Object.entries(programs)) {
    const obstacle = obstacleTo(program, servers.mariadb !== null);
    test.skipIf(obstacle !== null)(programTitle(name, obstacle), async () => {
      const facts = factsOf(name, program);
      const [seen, seenMissing] = await errorsOf(program, facts);
      expect(seen && misstated(facts, program.dialect, 'unique_violation', seen)).toEqual([]);
      if (program.dialect !== 'sqlite') expect(seenMissing && misstated(facts, program.dialect, 'undefined_table', seenMissing)).toEqual([]);
      if (facts.constraint !== undefined) expect(seen?.[facts.constraint[0]?.join('.') ?? '']).toBe('users_pkey');
    });
  }

  test('are seen of all drivers but those that cannot run here', () => {
    const seen = new Set(Object.keys(programs).map((name) => name.split('.')[0]));
    const described = drivers.filter(({ errors, handles }) => errors !== undefined || Object.values(handles).some((handle) => handle.errors));
    expect(described.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual(['bun', 'neon']);
  });

  test('are misstated when they stand elsewhere, are others, or say something else', () => {
    const facts: ErrorFacts = { codes: [{ path: ['code'], system: 'sqlstate' }], constraint: [['constraint']], texts: [{ path: ['message'] }] };
    const right = { code: '23505', constraint: 'users_pkey', message: 'duplicate key value violates unique constraint "users_pkey"' };
    const ask = (seen: SeenPaths, changed: Partial<ErrorFacts> = {}): string[] => misstated({ ...facts, ...changed }, 'postgres', 'unique_violation', seen);
    expect(ask(right)).toEqual([]);
    expect(ask({ ...right, code: 23505 })).toEqual(['code is 23505']);
    expect(ask({ ...right, errno: '23505' })).toEqual(['errno is "23505", which nothing says']);
    expect(ask({ ...right, constraint_name: 'users_pkey' })).toEqual(['constraint_name is "users_pkey", which nothing says']);
    expect(ask({ ...right, message: 'Failed' })).toEqual(['message is "Failed"']);
    expect(ask(right, { texts: [{ path: ['message'], holdsCode: true }] })).toEqual([`message is ${JSON.stringify(right.message)}`]);
    expect(ask(right, { codes: [{ path: ['code'], system: 'sqlstate', except: ['23505'] }] })).toEqual(['code is "23505", which nothing says']);
  });
});

function factsOf(name: string, { dialect, handle }: Program): ErrorFacts {
  const driver = drivers.find(({ id }) => id === name.split('.')[0]);
  const facts = handle === undefined ? driver?.errors?.[dialect] : driver?.handles[handle]?.errors;
  if (!facts) throw new Error(`${name} has no facts of its errors`);
  return facts;
}

/** Runs a program that fails twice, and reads all paths of both errors that some driver's facts name. */
async function errorsOf({ open, send, dialect }: Program, { codes, constraint = [], texts }: ErrorFacts): Promise<readonly (SeenPaths | undefined)[]> {
  const paths = [...[...codes, ...texts].map(({ path }) => path), ...constraint, ...[...codeProperties, ...constraintProperties].map((name) => [name])].map((path) => path.join('.'));
  const needsTable = dialect === 'sqlite' || open.includes('PGlite');
  const program = `${open}
const send = async (text) => ${send};
${needsTable ? `await send('create table users (id int primary key, name text)'); await send("insert into users values (1, 'a')");` : ''}
const seen = [];
for (const text of ${JSON.stringify([violation, missing])}) {
  try { await send(text); } catch (error) { seen.push(Object.fromEntries(${JSON.stringify(paths)}.map((path) => [path, path.split('.').reduce((value, step) => value?.[step], error)]))); }
}
console.log(JSON.stringify(seen));
process.exit(0);
`;
  const folder = await mkdtemp(join(tmpdir(), 'eslint-plugin-db-'));
  const file = join(folder, 'program.js');
  await writeFile(file, program);
  try {
    // Programs of ORMs run on Postgres, unless the other server stands in its place.
    const { stdout, error } = await runExample(file, dialect === 'mysql' ? { ...servers, postgres: servers.mariadb } : servers);
    if (error !== null) throw new Error(`${error.name}: ${error.message}`);
    const seen: readonly SeenPaths[] = JSON.parse(stdout);
    return seen;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What stands elsewhere than the facts say, or is something else; nothing where they are right. */
function misstated({ codes, occupied = {}, constraint = [], texts }: ErrorFacts, dialect: Dialect, name: string, seen: SeenPaths): string[] {
  const said = serverErrors.find((error) => error.name === name);
  const shown = (path: string): string => `${path} is ${JSON.stringify(seen[path])}`;
  const expected = new Map<string, boolean>();
  /** Where this error is not: the driver puts it elsewhere. */
  const empty = new Set<string>();
  for (const { path, system, only, except } of codes) {
    const wanted = said?.codes[system] ?? [];
    const isElsewhere = wanted.some((code) => (only !== undefined && !only.includes(code)) || except?.includes(code) === true);
    const value = seen[path.join('.')];
    if (isElsewhere) empty.add(path.slice(0, -1).join('.'));
    else expected.set(path.join('.'), system === 'mysql-sqlstate' ? typeof value === 'string' : wanted.some((code) => code === value));
  }
  for (const [path, text] of Object.entries(occupied)) expected.set(path, seen[path] === text);
  const allCodes = Object.values(said?.codes ?? {}).flat();
  for (const { path, own = [], holdsCode = false } of texts) {
    if (path.length > 1 && empty.has(path.slice(0, -1).join('.'))) continue;
    const text = String(seen[path.join('.')]);
    const instead = own.find(({ only }) => only === undefined || only.some((code) => allCodes.includes(code)));
    const words = (said?.texts[dialect] ?? []).map((line) => line.split('{}').map((part) => part.trim()));
    const isServers = words.length === 0 || words.some((parts) => parts.every((part) => text.includes(part)));
    const isAsSaid = instead === undefined ? isServers && allCodes.some((code) => new RegExp(`\\b${code}\\b`).test(text)) === holdsCode : text.startsWith(instead.text.replace('…', ''));
    expected.set(path.join('.'), isAsSaid);
  }
  const known = new Set([...expected.keys(), ...constraint.map((path) => path.join('.'))]);
  const unexpected = [...codeProperties, ...constraintProperties].filter((path) => !known.has(path) && seen[path] !== undefined && seen[path] !== null);
  return [...[...expected].flatMap(([path, isRight]) => (isRight ? [] : [shown(path)])), ...unexpected.map((path) => `${shown(path)}, which nothing says`)];
}
