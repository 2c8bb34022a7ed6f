/** Runs one program against the real servers and records how it ends. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createDatabase, dropDatabase, inDatabase, type ServerAddress } from './databases.js';
import { driverOf, isHeavy, nodeOf, obstacleOf, serverOf, type Servers } from './example-drivers.js';
import { realFolder } from './install.js';

interface SeenError {
  readonly name: string;
  readonly code: string | null;
  readonly message: string;
  /** The error inside of it, where there is one: the server's own inside of an ORM's. */
  readonly cause?: SeenError;
}

export interface Ending {
  readonly stdout: string;
  /** The error the program ended with; null when it ended well. */
  readonly error: SeenError | null;
}

export const neverEnds = { name: 'NeverEnds', code: null, message: 'The program never ends.' } as const;
const timeLimit = 20_000;
/** No program for these is one that never ends, and a busy machine must not make one of them. */
const heavyTimeLimit = 50_000;

/** Runs a program in a database of its own; `ownLimit` in milliseconds is when a program counts as one that never ends. */
export async function runExample(file: string, servers: Servers, ownLimit?: number): Promise<Ending> {
  const driver = driverOf(file);
  const limit = ownLimit ?? (isHeavy(driver) ? heavyTimeLimit : timeLimit);
  const obstacle = obstacleOf(driver, servers);
  if (obstacle !== null) throw new Error(`${file} cannot run: ${obstacle}`);
  const server = serverOf(driver, servers);
  if (server === null) return runCopy(nodeOf(driver), file, {}, limit);
  const name = `${server.databasePrefix}${randomUUID().replaceAll('-', '')}`;
  await createDatabase(server.address, name);
  try {
    return await runCopy(nodeOf(driver), file, connectionVariables(inDatabase(server.address, name)), limit);
  } finally {
    await dropDatabase(server.address, name);
  }
}

/** A copy beside the drivers, so that its imports find them. */
async function runCopy(node: string, file: string, variables: Readonly<Record<string, string>>, limit: number): Promise<Ending> {
  const folder = join(realFolder, '.run');
  const copy = join(folder, `${randomUUID()}.js`);
  await mkdir(folder, { recursive: true });
  await copyFile(file, copy);
  try {
    return await runProgram(node, copy, variables, limit);
  } finally {
    await rm(copy);
  }
}

function runProgram(node: string, file: string, variables: Readonly<Record<string, string>>, limit: number): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, ['--import', join(realFolder, 'preload.js'), file], {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TZ: 'UTC', NO_COLOR: '1', ...variables },
      // Its warnings are of no interest; its error comes over the fourth channel.
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      timeout: limit,
      killSignal: 'SIGKILL',
    });
    const [, stdout, stderr, channel] = child.stdio.map(collect);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const printed = stdout?.() ?? '';
      const told = channel?.() ?? '';
      if (signal !== null) return resolve({ stdout: printed, error: neverEnds });
      if (code === 0) return resolve({ stdout: printed, error: null });
      const error: Ending['error'] = told === '' ? null : JSON.parse(withoutRandomNames(told));
      if (error !== null && !isBrokenProgram(error)) return resolve({ stdout: printed, error });
      reject(new Error(`the program is broken, no driver was asked: ${told}\n${stderr?.() ?? ''}`));
    });
  });
}

/** Errors that come from a slip in the program, not from what it shows. */
function isBrokenProgram({ name, code }: NonNullable<Ending['error']>): boolean {
  return name === 'SyntaxError' || name === 'ReferenceError' || code === 'ERR_MODULE_NOT_FOUND';
}

/** postgres.js names its prepared statements at random, and the server repeats the name. */
function withoutRandomNames(error: string): string {
  return error.replace(/prepared statement \\"\w+\\"/g, 'prepared statement \\"…\\"');
}

/** Reads a stream to its end; the function gives what has come so far. */
function collect(stream: unknown): () => string {
  let text = '';
  if (stream instanceof Readable) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  }
  return () => text;
}

function connectionVariables({ engine, host, port, user, password, database }: ServerAddress): Readonly<Record<string, string>> {
  if (engine === 'mariadb') return { MYSQL_URL: `mysql://${user}:${password}@${host}:${port}/${database}` };
  const url = `postgres://${encodeURIComponent(user)}${password === '' ? '' : `:${encodeURIComponent(password)}`}@${host}:${port}/${database}`;
  return { DATABASE_URL: url, PGHOST: host, PGPORT: `${port}`, PGUSER: user, PGDATABASE: database, ...(password === '' ? {} : { PGPASSWORD: password }) };
}
