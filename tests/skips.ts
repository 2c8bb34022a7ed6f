import { noPooler } from './real/example-drivers.js';
import { possibleObstacleTo, programs, programTitle } from './real/error-programs.js';
import { skippableExamples } from './real/example-names.js';
import { noNewerNode } from './real/newer-node.js';

/** A test that may be skipped, and why. `.ci/run` fails on every other skipped test. */
export interface AllowedSkip {
  /** The full name of the test, as vitest's JSON has it: suites and test, separated by blanks. */
  readonly test: string;
  readonly reason: string;
}

export const allowedSkips: readonly AllowedSkip[] = [
  // Programs for mysql, mysql2, slonik, MikroORM and node:sqlite, and those that need a pooler.
  ...skippableExamples(),
  { test: 'MariaDB answers where it is installed (skipped: no MariaDB server is installed)', reason: 'it is about that server' },
  { test: `what is prepared under a name goes wrong behind PgBouncer (skipped: ${noPooler})`, reason: 'it is about that pooler' },
  { test: `what is not is well behind PgBouncer (skipped: ${noPooler})`, reason: 'it is about that pooler' },
  { test: 'the texts of a server MariaDB (skipped: no MariaDB server is installed)', reason: 'it is about that server' },
  ...Object.entries(programs).flatMap(([name, program]) => {
    const reason = possibleObstacleTo(program);
    return reason === null ? [] : [{ test: `the errors of a driver ${programTitle(name, reason)}`, reason }];
  }),
  { test: `node-sqlite node:sqlite exports what the facts say, in both module systems (skipped: ${noNewerNode})`, reason: 'the module came with Node 22.5' },
];
