// Runs one server for a test run, and takes it away again together with its folder. The test run holds the other end of
// this process's standard input: when it ends, fails, is interrupted or killed, the pipe closes, and that is the signal
// to clean up. So nothing depends on signal handlers in the test run. The plan (see `Plan` in server.ts) is the argument.
import { spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { chmod, cp, lchown, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const plan = JSON.parse(process.argv[2]);
const log = join(plan.folder, 'server.log');
const environment = serverEnvironment();
let running = null;
let ending = false;
let announceEnd = () => {};
const ended = new Promise((resolve) => {
  announceEnd = resolve;
});

process.stdin.resume();
process.stdin.on('close', end);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);

try {
  await prepare();
  for (const step of plan.steps) await perform(step, 'SIGKILL');
  if (plan.server === null) await ended;
  else await perform(plan.server, plan.stopSignal);
  if (plan.atEnd !== null) await run(plan.atEnd, 'SIGKILL');
} catch (error) {
  if (!ending) {
    process.stdout.write(`${error.message}\n${logTail()}`);
    process.exitCode = 1;
  }
}
await rm(plan.folder, { recursive: true, force: true, maxRetries: 5 });
// Open standard input would keep this process alive.
process.exit();

function end() {
  if (ending) return;
  ending = true;
  announceEnd();
  if (running === null) return;
  running.process.kill(running.stopSignal);
  setTimeout(() => running?.process.kill('SIGKILL'), 10_000).unref();
}

async function prepare() {
  await mkdir(plan.folder, { mode: 0o700 });
  for (const { from, to } of plan.copies) {
    await cp(from, join(plan.folder, to), { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
  }
  for (const { target, path } of plan.links) await symlink(target, join(plan.folder, path)).catch(ignoreExisting);
  for (const path of plan.executables) await chmod(join(plan.folder, path), 0o755);
  for (const { path, text } of plan.files) await writeFile(join(plan.folder, path), text);
  if (plan.user === null) return;
  for (const entry of await readdir(plan.folder, { recursive: true })) await lchown(join(plan.folder, entry), plan.user.uid, plan.user.gid);
  await lchown(plan.folder, plan.user.uid, plan.user.gid);
}

/** Runs a command of the plan unless the end has come; ends in an error when the command ends by itself with one. */
async function perform(command, stopSignal) {
  if (!ending) await run(command, stopSignal);
}

function run([file, ...args], stopSignal) {
  return new Promise((resolve, reject) => {
    const output = openSync(log, 'a');
    const child = spawn(file, args, { cwd: plan.folder, env: environment, stdio: ['ignore', output, output], ...plan.user });
    running = { process: child, stopSignal };
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      running = null;
      if (code === 0 || ending) resolve();
      else reject(new Error(`${file} ended with ${signal ?? code}`));
    });
  });
}

/** The servers take settings from PG… and MYSQL… variables; those of the person who runs the tests are not meant for them. */
function serverEnvironment() {
  const own = Object.entries(process.env).filter(([name]) => !/^(PG|MYSQL|MARIADB|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(own), LC_ALL: 'C', TZ: 'UTC' };
}

function logTail() {
  try {
    return readFileSync(log, 'utf8').slice(-4000);
  } catch {
    return '';
  }
}

function ignoreExisting(error) {
  if (error.code !== 'EEXIST') throw error;
}
