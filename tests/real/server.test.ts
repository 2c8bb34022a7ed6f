import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { ask, createDatabase, dropDatabase, inDatabase, type ServerAddress } from './databases.js';
import { realFolder } from './install.js';

const { address, version, databasePrefix } = inject('postgres');

test('the server answers as the version it was installed as', async () => {
  const number = version.replace('PostgreSQL ', '');
  expect(await ask(address, 'show server_version')).toEqual([{ server_version: expect.stringContaining(number) }]);
});

test.skipIf(inject('mariadb') === null)('MariaDB answers where it is installed (skipped: no MariaDB server is installed)', async () => {
  const mariadb = inject('mariadb');
  if (mariadb === null) throw new Error('skipped above');
  expect(mariadb.version).toMatch(/^MariaDB \d+\.\d+/);
  expect(await ask(mariadb.address, 'select 1 as is_there')).toEqual([{ is_there: 1 }]);
});

test('a database is created with three people and can be dropped while somebody is connected', async () => {
  const name = `${databasePrefix}own`;
  await createDatabase(address, name);
  expect(await ask(inDatabase(address, name), 'select id, name, created_at from users order by id')).toEqual([
    { id: 1, name: 'Ann', created_at: new Date('2024-01-15T10:00:00Z') },
    { id: 2, name: 'Bob', created_at: new Date('2024-02-20T08:30:00Z') },
    { id: 3, name: 'Cleo', created_at: new Date('2024-03-05T17:45:00Z') },
  ]);
  const sleeper = ask(inDatabase(address, name), 'select pg_sleep(600)').catch((error: unknown) => error);
  await expect.poll(() => ask(address, `select 1 from pg_stat_activity where datname = '${name}' and state = 'active'`)).toHaveLength(1);
  await dropDatabase(address, name);
  expect(await sleeper).toMatchObject({ code: '57P01' });
});

describe('whatever way a test run ends, no process and no folder of its server stay behind', () => {
  test.each([
    { end: 'well', signal: null },
    { end: 'test fails', signal: null },
    { end: 'setup fails', signal: null },
    { end: 'interrupted', signal: 'SIGINT' },
    { end: 'terminated', signal: 'SIGTERM' },
    { end: 'killed', signal: 'SIGKILL' },
  ] as const)('$end', async ({ end, signal }) => {
    const folder = temporaryFolder();
    const run = startRun(folder, { END: end, DATABASE_URL: '' });
    try {
      if (signal !== null) {
        await run.untilItSays('the test is running');
        expect(processesWith(folder).length).toBeGreaterThan(1);
        expect(foldersIn(folder)).toHaveLength(1);
        run.kill(signal);
      }
      await run.ended;
      await expect.poll(() => [...processesWith(folder), ...foldersIn(folder)], { timeout: 20_000 }).toEqual([]);
    } finally {
      run.kill('SIGKILL');
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the databases of a test run on the server of DATABASE_URL', () => {
  test.each([
    { end: 'well', signal: null },
    { end: 'interrupted', signal: 'SIGINT' },
    { end: 'killed', signal: 'SIGKILL' },
  ] as const)('are dropped when it ends: $end', async ({ end, signal }) => {
    const folder = temporaryFolder();
    const run = startRun(folder, { END: end, DATABASE_URL: urlOf(address) });
    try {
      await run.untilItSays('the test is running');
      if (signal !== null) {
        expect(await databasesOf(run.pid)).toHaveLength(1);
        run.kill(signal);
      }
      await run.ended;
      await expect.poll(() => databasesOf(run.pid), { timeout: 20_000 }).toEqual([]);
      await expect.poll(() => [...processesWith(folder), ...foldersIn(folder)], { timeout: 20_000 }).toEqual([]);
    } finally {
      run.kill('SIGKILL');
      rmSync(folder, { recursive: true });
    }
  });
});

interface Run {
  readonly pid: number;
  readonly ended: Promise<void>;
  untilItSays(words: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts vitest on the folder `interrupted`, with a temporary folder of its own. */
function startRun(folder: string, variables: Readonly<Record<string, string>>): Run {
  const vitest = join(realFolder, '..', '..', 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--config', join(realFolder, 'interrupted', 'vitest.config.ts')], {
    env: { PATH: process.env['PATH'], TMPDIR: folder, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return {
    pid: child.pid ?? 0,
    ended: new Promise((resolve) => child.once('exit', () => resolve())),
    untilItSays: (words) => expect.poll(() => output, { timeout: 60_000 }).toContain(words),
    kill: (signal) => child.kill(signal),
  };
}

/** The command lines of the guard and of the server hold the path of their folder. */
function processesWith(folder: string): readonly string[] {
  return spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).stdout.split('\n').filter((line) => line.includes(folder));
}

/** vitest leaves a folder of its own there when it is interrupted. */
function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.startsWith('eslint-plugin-db-server-'));
}

function temporaryFolder(): string {
  const folder = mkdtempSync('/tmp/interrupted-');
  chmodSync(folder, 0o755);
  return folder;
}

function urlOf({ user, password, host, port, database }: ServerAddress): string {
  return `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`;
}

async function databasesOf(pid: number): Promise<readonly object[]> {
  return ask(address, `select datname from pg_database where datname like 'eslint\\_plugin\\_db\\_${pid}\\_%'`);
}
