import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the private package with the real drivers. */
export const realFolder = dirname(fileURLToPath(import.meta.url));

/** Drivers with a part in C or C++, and a program that loads it. */
const nativeDrivers = {
  'better-sqlite3': `new (require('better-sqlite3'))(':memory:')`,
  sqlite3: `require('sqlite3')`,
} as const;

/**
 * Makes sure that the drivers stand in `tests/real/node_modules`: runs `npm ci` there when they are missing or older
 * than the lock, builds those with a native part when that does not load in this Node, and generates what is generated.
 */
export function installDrivers(): void {
  if (isOlder(join(realFolder, 'node_modules', '.package-lock.json'), join(realFolder, 'package-lock.json'))) {
    console.log('tests/real: installing the drivers (npm ci), because node_modules is missing or older than the lock');
    // Install scripts are left out: npm 11 wants them approved one by one, and the only ones needed are run below.
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {});
  }
  hideNewerNode();
  buildNativeDrivers();
  generatePrismaClient();
}

/** npm links the newer Node as `node`, and install scripts would run in it and build for it. */
function hideNewerNode(): void {
  for (const file of ['node', 'node.cmd', 'node.ps1']) rmSync(join(realFolder, 'node_modules', '.bin', file), { force: true });
}

function buildNativeDrivers(): void {
  const missing = unloadable();
  if (missing.length === 0) return;
  console.log(`tests/real: no binary for this Node of ${missing.join(' and ')}; fetching or building it (about a minute when built)`);
  run('npm', ['rebuild', ...missing, '--ignore-scripts=false'], { ...nodeHeaders(), ...quickBuild });
  const failed = unloadable();
  if (failed.length > 0) {
    throw new Error(`tests/real: ${failed.join(' and ')} could be neither fetched nor built. Building needs python3, make and a C++ compiler.`);
  }
}

/** A few files beside the package, made from a schema. */
function generatePrismaClient(): void {
  const schema = join(realFolder, 'schema.prisma');
  if (!isOlder(join(realFolder, 'node_modules', '.prisma', 'client', 'index.js'), schema)) return;
  // Without the first one it fetches a program for migrations, which it does not run.
  const variables = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' };
  run(process.execPath, [join(realFolder, 'node_modules', 'prisma', 'build', 'index.js'), 'generate', '--schema', schema], variables);
}

/** SQLite is one file of 250,000 lines; optimizing it takes most of the time of a build, and nothing here depends on its speed. */
const quickBuild = { CFLAGS: '-O0 -g0', CXXFLAGS: '-O0 -g0', JOBS: 'max' } as const;

function unloadable(): readonly string[] {
  const missing = Object.entries(nativeDrivers).filter(([, program]) => spawnSync(process.execPath, ['-e', program], { cwd: realFolder, stdio: 'ignore' }).status !== 0);
  return missing.map(([name]) => name);
}

/** Whether a file is missing or older than what it is made from. */
function isOlder(file: string, source: string): boolean {
  return !existsSync(file) || statSync(file).mtimeMs < statSync(source).mtimeMs;
}

/** Where Node's own headers lie beside the binary, node-gyp has nothing to fetch. */
function nodeHeaders(): Readonly<Record<string, string>> {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, 'include', 'node', 'node_version.h')) ? { npm_config_nodedir: prefix } : {};
}

function run(command: string, args: readonly string[], environment: Readonly<Record<string, string>>): void {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: realFolder,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`tests/real: ${command} ${args.join(' ')} failed\n${stdout.slice(-2000)}\n${stderr.slice(-4000)}`);
}
