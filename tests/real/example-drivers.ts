/** The drivers that examples are written for: where each runs, and on what. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { ProvidedServer } from './global-setup.js';
import { realFolder } from './install.js';
import { findNewerNode, noNewerNode } from './newer-node.js';

interface ExampleDriver {
  /** The server it talks to; `embedded` when the database runs in the program itself. */
  readonly engine: 'postgres' | 'mariadb' | 'embedded';
  /** A program that prints product and version of an embedded database. */
  readonly version?: string;
  readonly needsNewerNode?: true;
  /** Starting takes it seconds of a whole processor and hundreds of megabytes. */
  readonly isHeavy?: true;
}

const postgres: ExampleDriver = { engine: 'postgres' };
const mariadb: ExampleDriver = { engine: 'mariadb' };
const print = `(row) => console.log('SQLite ' + row.version)`;
const select = `'select sqlite_version() as version'`;

/**
 * By the package, or the module of Node, that an example imports. The first one that it imports is its driver: an ORM stands before the drivers
 * that it is put upon, and ORMs for several servers run on Postgres.
 */
const exampleDrivers = {
  'drizzle-orm': postgres,
  kysely: postgres,
  knex: postgres,
  typeorm: postgres,
  sequelize: postgres,
  '@mikro-orm/postgresql': { engine: 'postgres', needsNewerNode: true },
  slonik: { engine: 'postgres', needsNewerNode: true },
  '@prisma/client': postgres,
  'pg-promise': postgres,
  '@electric-sql/pglite': {
    engine: 'embedded',
    version: `import { PGlite } from '@electric-sql/pglite'; console.log((await (await PGlite.create()).query('select version()')).rows[0].version.split(' ').slice(0, 2).join(' '));`,
    isHeavy: true,
  },
  mysql2: mariadb,
  mysql: mariadb,
  'node:sqlite': {
    engine: 'embedded',
    version: `import { DatabaseSync } from 'node:sqlite'; (${print})(new DatabaseSync(':memory:').prepare(${select}).get());`,
    needsNewerNode: true,
  },
  sqlite3: { engine: 'embedded', version: `import sqlite3 from 'sqlite3'; new sqlite3.Database(':memory:').get(${select}, (error, row) => (${print})(row));` },
  'better-sqlite3': { engine: 'embedded', version: `import Database from 'better-sqlite3'; (${print})(new Database(':memory:').prepare(${select}).get());` },
  postgres,
  pg: postgres,
} as const satisfies Readonly<Record<string, ExampleDriver>>;

export type DriverPackage = keyof typeof exampleDrivers;
/** `postgres` is null where a program needs its pooler and there is none. */
export type Servers = Readonly<Record<'postgres' | 'mariadb', ProvidedServer | null>>;

export const noPooler = 'no PgBouncer is installed';

const load = createRequire(join(realFolder, 'package.json'));
const newerNode = findNewerNode();

/** The driver that a program imports. */
export function driverOf(file: string): DriverPackage {
  const source = readFileSync(file, 'utf8');
  for (const name of driverPackages()) if (source.includes(`from '${name}'`) || source.includes(`from '${name}/`)) return name;
  throw new Error(`${file} imports no known driver`);
}

/** Why no program of a driver can run on this machine; null when it can. */
export function obstacleOf(name: DriverPackage, servers: Servers): string | null {
  const { engine, needsNewerNode }: ExampleDriver = exampleDrivers[name];
  if (engine === 'postgres' && servers.postgres === null) return noPooler;
  const isMissing = (needsNewerNode === true && newerNode === null) || (engine === 'mariadb' && servers.mariadb === null);
  return isMissing ? possibleObstacle(name) : null;
}

/** Why no program of a driver can run on some machines; null when it runs on all. */
export function possibleObstacle(name: DriverPackage): string | null {
  const { engine, needsNewerNode }: ExampleDriver = exampleDrivers[name];
  if (needsNewerNode === true) return noNewerNode;
  return engine === 'mariadb' ? 'no MariaDB server is installed' : null;
}

/** The server that a program of a driver talks to; null when its database runs in the program itself. */
export function serverOf(name: DriverPackage, servers: Servers): ProvidedServer | null {
  const { engine }: ExampleDriver = exampleDrivers[name];
  return engine === 'embedded' ? null : servers[engine];
}

/** The Node in which a driver runs. */
export function nodeOf(name: DriverPackage): string {
  const { needsNewerNode }: ExampleDriver = exampleDrivers[name];
  return needsNewerNode === true && newerNode !== null ? newerNode : process.execPath;
}

/** "pg 8.23.1": the version that is installed for the tests. */
export async function driverVersion(name: DriverPackage): Promise<string> {
  if (name === 'node:sqlite') return `${name} of Node ${await output(nodeOf(name), 'console.log(process.versions.node)')}`;
  const { version }: { version: string } = load(join(realFolder, 'node_modules', name, 'package.json'));
  return `${name} ${version}`;
}

/** Whether its programs want the machine to themselves, and time. */
export function isHeavy(name: DriverPackage): boolean {
  const driver: ExampleDriver = exampleDrivers[name];
  return driver.isHeavy === true;
}

const embeddedVersions = new Map<DriverPackage, Promise<string>>();

/** "PostgreSQL 15.18": the server or the embedded database behind a driver. */
export function databaseVersion(name: DriverPackage, servers: Servers): Promise<string> {
  const server = serverOf(name, servers);
  if (server !== null) return Promise.resolve(server.version);
  const { version = '' }: ExampleDriver = exampleDrivers[name];
  const asked = embeddedVersions.get(name) ?? output(nodeOf(name), version);
  embeddedVersions.set(name, asked);
  return asked;
}

function driverPackages(): readonly DriverPackage[] {
  const isDriver = (name: string): name is DriverPackage => Object.hasOwn(exampleDrivers, name);
  return Object.keys(exampleDrivers).filter(isDriver);
}

/** What a program prints, without the end of the line. */
async function output(node: string, program: string): Promise<string> {
  const child = spawn(node, ['--input-type=module', '-e', program], { cwd: realFolder, stdio: ['ignore', 'pipe', 'ignore'] });
  const printed = (await text(child.stdout)).trim();
  if (printed === '') throw new Error(`tests/real: this program printed nothing: ${program}`);
  return printed;
}
