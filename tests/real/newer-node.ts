/** Some drivers need a newer Node than the one that the tests may run in. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { realFolder } from './install.js';

/** Why there is none. */
export const noNewerNode = 'npm has no Node 24 for this machine';

/**
 * The Node of the private package, in which slonik, MikroORM and node:sqlite run; null where npm has none for this machine. It is never the Node
 * that runs the tests, so that what is recorded does not depend on that one.
 */
export function findNewerNode(): string | null {
  // The package `node` gets its binary by an install script; these hold the binary itself, and each is installed on its own platform only.
  const [platform, binary] = process.platform === 'win32' ? ['win', 'node.exe'] : [process.platform, 'node'];
  const file = join(realFolder, 'node_modules', `node-${platform}-${process.arch}`, 'bin', binary);
  return existsSync(file) ? file : null;
}
