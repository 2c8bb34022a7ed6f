/** Once per test run: installs the drivers when needed and starts the servers. */
import type { TestProject } from 'vitest/node';
import { serverVersion, type ServerAddress } from './databases.js';
import { installDrivers } from './install.js';
import { poolerVersion, startMariadb, startPooler, startPostgres } from './server.js';

/** A running server, as tests get it from `inject`. */
export interface ProvidedServer {
  readonly address: ServerAddress;
  /** "PostgreSQL 15.18", "PostgreSQL 15.18 behind PgBouncer 1.18.0" */
  readonly version: string;
  /** The start of the names of databases that this test run may create; they are dropped at its end. */
  readonly databasePrefix: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly postgres: ProvidedServer;
    /** Null when no MariaDB is installed. */
    readonly mariadb: ProvidedServer | null;
    /** The PostgreSQL server behind a pooler in transaction mode; null when no PgBouncer is installed. */
    readonly pooler: ProvidedServer | null;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  installDrivers();
  const [postgres, mariadb] = await Promise.all([startPostgres(), startMariadb()]);
  const pooler = await startPooler(postgres.address);
  project.provide('postgres', await describeServer(postgres.address));
  project.provide('mariadb', mariadb === null ? null : await describeServer(mariadb.address));
  project.provide('pooler', pooler === null ? null : await describePooler(pooler.address));
  return async () => {
    await pooler?.stop();
    await Promise.all([postgres.stop(), mariadb?.stop()]);
  };
}

/** A server as tests get it. */
export async function describeServer(address: ServerAddress): Promise<ProvidedServer> {
  return { address, version: await serverVersion(address), databasePrefix: `eslint_plugin_db_${process.pid}_` };
}

async function describePooler(address: ServerAddress): Promise<ProvidedServer> {
  const described = await describeServer(address);
  return { ...described, version: `${described.version} behind PgBouncer ${poolerVersion()}` };
}
