import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Servers } from './example-drivers.js';
import { neverEnds, runExample, type Ending } from './run-example.js';

const servers: Servers = { postgres: inject('postgres'), mariadb: inject('mariadb') };
const sqlite = `import Database from 'better-sqlite3';`;
const pg = `import pg from 'pg';\nconst pool = new pg.Pool();`;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'programs-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(program: string, limit?: number): Promise<Ending> {
  const file = join(folder, 'program.js');
  await writeFile(file, program);
  return runExample(file, servers, limit);
}

describe('how a program ends is recorded', () => {
  test('well, with what it printed', async () => {
    expect(await run(`${sqlite}\nconsole.log(typeof Database);`)).toEqual({ stdout: 'function\n', error: null });
  });

  test('with an error that is thrown', async () => {
    expect(await run(`${sqlite}\nconsole.log(1);\nthrow Object.assign(new TypeError('no'), { code: 7 });`)).toEqual({
      stdout: '1\n',
      error: { name: 'TypeError', code: '7', message: 'no' },
    });
  });

  test('with a rejection that nobody handles', async () => {
    expect(await run(`${sqlite}\nPromise.reject(new Error('lost'));\nawait new Promise((go) => setTimeout(go, 1000));`)).toEqual({
      stdout: '',
      error: { name: 'Error', code: null, message: 'lost' },
    });
  });

  test('with something thrown that is no error', async () => {
    expect(await run(`${sqlite}\nthrow 'words';`)).toEqual({ stdout: '', error: { name: 'thrown', code: null, message: 'words' } });
  });

  test('never, when it is still running at the limit', async () => {
    const program = `${sqlite}\nconsole.log('on and on');\nsetInterval(() => {}, 1000);`;
    expect(await run(program, 1500)).toEqual({ stdout: 'on and on\n', error: neverEnds });
  });
});

test.each([
  { slip: 'a syntax error', program: 'this is no program', complaint: 'SyntaxError' },
  { slip: 'a name that does not exist', program: 'missing();', complaint: 'missing is not defined' },
  { slip: 'a package that is not installed', program: `import 'no-such-package-here';`, complaint: 'ERR_MODULE_NOT_FOUND' },
])('$slip is no outcome: it says nothing about a driver', async ({ program, complaint }) => {
  await expect(run(`${sqlite}\n${program}`)).rejects.toThrow(complaint);
});

test('a program that imports no driver is refused', async () => {
  await expect(run(`console.log(1);`)).rejects.toThrow(/imports no known driver/);
});

test('each run has a database of its own, with the same rows', async () => {
  const program = `${pg}
await pool.query('delete from users where id = 1');
console.log((await pool.query('select id from users order by id')).rows);
await pool.end();`;
  const first = await run(program);
  expect(first).toEqual({ stdout: '[ { id: 2 }, { id: 3 } ]\n', error: null });
  expect(await run(program)).toEqual(first);
});
