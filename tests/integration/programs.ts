/** Other programs, run to their end. */
import { spawn } from 'node:child_process';

export interface Finished {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

export interface Circumstances {
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds after which the program and its children are ended, and the call fails. */
  readonly limit?: number;
}

const OUR_OWN = /^(?:VITEST|NODE_ENV$|NODE_OPTIONS$|npm_|GIT_)/;

/** Runs a program; the variables that vitest, npm and git set for their own children are kept from it. */
export async function runProgram(command: string, argv: readonly string[], { cwd, environment = {}, limit = 60_000 }: Circumstances): Promise<Finished> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OUR_OWN.test(name)));
  // Detached, so that the program leads a group that can be ended as one.
  const child = spawn(command, argv, { cwd, env: { ...inherited, ...environment }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let out = '';
  let error = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text));
  return await new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      reject(new Error(`${command} ${argv.join(' ')} took more than ${String(limit)} ms\n${out}\n${error}`));
    }, limit);
    child.on('error', (reason) => {
      clearTimeout(timer);
      reject(reason);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? -1, out, error });
    });
  });
}

/** Runs a program that must succeed, and gives what it wrote. */
export async function runOrThrow(command: string, argv: readonly string[], circumstances: Circumstances): Promise<string> {
  const { code, out, error } = await runProgram(command, argv, circumstances);
  if (code !== 0) throw new Error(`${command} ${argv.join(' ')} ended with ${String(code)}\n${out}\n${error}`);
  return out;
}
