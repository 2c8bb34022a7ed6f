/** Which pooler stands between a creation and its server: by the address, by environment files, by what the user declares. */
import { oneTime } from '../../facts/frameworks.js';
import type { AddressFacts, PoolerFacts } from '../../facts/pooler-schema.js';
import { declaredPooler, otherAddresses, ownMachine, poolers } from '../../facts/poolers.js';
import type { Pooler } from '../../model/pooler-words.js';
import { environmentValues, pathFrom } from '../resolve/environment-files.js';
import { behindConstant } from '../syntax/plain-values.js';
import type { Tree } from '../syntax/tree.js';
import { addressesOf, type Address, type Addresses } from './addresses.js';
import type { Call } from './arguments.js';
import { poolerSettings } from './pooler-settings.js';

/** The port of PostgreSQL itself. */
const DEFAULT_PORT = 5432;

/** Where a creation of a file, perhaps another one than the linted one, connects to, environment files included. */
export function addressesFor(linted: Tree, tree: Tree, call: Call, facts: AddressFacts): Addresses {
  const { envFiles } = poolerSettings(linted.settings);
  return addressesOf(tree, (variable) => environmentValues(tree.file ?? '', baseOf(linted), variable, envFiles ?? undefined), call, facts);
}

/** The folder from which messages name files. */
function baseOf({ file = '', path = '' }: Tree): string {
  return file.replaceAll('\\', '/').endsWith(path) ? file.slice(0, file.length - path.length) : '';
}

/** The transaction pooler that addresses lead to; null when there is none, or nobody can tell. */
export function poolerAt(linted: Tree, tree: Tree, addresses: Addresses): Pooler | null {
  const { mode } = poolerSettings(linted.settings);
  if (mode === 'none' || mode === 'session') return null;
  const isDeclared = mode === 'transaction';
  const classified = addresses.known.map((address) => ({ address, facts: poolerFactsOf(address) }));
  const found = classified.find(({ facts }) => facts?.mode === 'transaction');
  if (found?.facts != null) {
    const { from } = found.address;
    // What the provider does not say, the user does.
    const prepared = found.facts.prepared === 'unknown' && isDeclared ? declaredPooler.prepared : found.facts.prepared;
    return { facts: { ...found.facts, prepared }, known: from === null ? { by: 'address', elsewhere: placeElsewhere(linted, tree, addresses) } : { by: 'environment', ...from }, isDeclared };
  }
  const canBeElsewhere = addresses.isOpen || classified.some(({ address, facts }) => !isDirect(address, facts));
  return isDeclared && canBeElsewhere && !isOfAnother(tree, addresses) ? poolerOfSettings(linted) : null;
}

/** The pooler that the user declares, for what nobody saw being opened. */
export function poolerOfSettings(tree: Tree): Pooler | null {
  const isOnce = oneTime.files.some((pattern) => tree.path !== undefined && pattern.test(tree.path));
  return isOnce || poolerSettings(tree.settings).mode !== 'transaction' ? null : { facts: declaredPooler, known: { by: 'settings' }, isDeclared: true };
}

/** Where another file than the linted one says the address: `src/db.js:3`. */
function placeElsewhere(linted: Tree, tree: Tree, { told: [node] }: Addresses): string | null {
  if (tree === linted || tree.file === undefined || node === undefined) return null;
  return `${pathFrom(baseOf(linted), tree.file)}:${String(tree.text.slice(0, node.range[0]).split('\n').length)}`;
}

function poolerFactsOf({ host, port }: Address): PoolerFacts | null {
  return poolers.find((facts) => (facts.host === undefined || (host !== null && facts.host.test(host))) && (facts.port === undefined || facts.port === (port ?? DEFAULT_PORT))) ?? null;
}

/** Whether an address certainly leads to a server or session of its own. */
function isDirect({ host, port }: Address, facts: PoolerFacts | null): boolean {
  if (facts !== null) return facts.mode === 'none' || facts.mode === 'session';
  return host !== null && ownMachine.includes(host) && (port ?? DEFAULT_PORT) === DEFAULT_PORT;
}

/** `process.env.DIRECT_URL`: by its name it is an address without the pooler, or of another database. */
function isOfAnother(tree: Tree, { told, known }: Addresses): boolean {
  if (known.some(({ from }) => from !== null && otherAddresses.test(from.variable))) return true;
  return told.some((node) => [node, behindConstant(tree, node)].some(({ range }) => otherAddresses.test(tree.text.slice(...range))));
}
