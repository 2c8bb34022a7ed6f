/** Finds what is kept of a checked-out client beyond its checkout. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Query, Store } from '../../model/words.js';
import { acquireMembers, releaseMembers } from '../resolve/drivers.js';
import type { Resolver } from '../resolve/values.js';
import { propertyName, unwrap, type Node } from '../syntax/nodes.js';
import { findCheckouts } from './checkouts.js';
import { handedOut } from './handed-out.js';
import { storesOfCheckout, storesOfPrepare, type StoreContext } from './kept-clients.js';

/** What the walk notes for the stores. */
export interface StoreClues {
  readonly acquires: TSESTree.CallExpression[];
  readonly releases: TSESTree.CallExpression[];
  readonly returns: TSESTree.ReturnStatement[];
}

export function noStoreClues(): StoreClues {
  return { acquires: [], releases: [], returns: [] };
}

export function addStoreClue({ acquires, releases, returns }: StoreClues, node: Node): void {
  if (node.type === 'ReturnStatement') returns.push(node);
  if (node.type !== 'CallExpression') return;
  const callee = unwrap(node.callee);
  const name = callee.type === 'MemberExpression' ? propertyName(callee) : null;
  if (name === null) return;
  if (acquireMembers.has(name)) acquires.push(node);
  if (releaseMembers.has(name)) releases.push(node);
}

/** The stores in source order. `calls`: the calls that may prepare a statement. */
export function readStores(resolver: Resolver, { acquires, releases, returns }: StoreClues, calls: readonly Node[], queryOf: (call: Node) => Query | null): Store[] {
  const checkouts = acquires.flatMap((call) => findCheckouts(resolver, call));
  const context: StoreContext = { resolver, checkouts, releaseCalls: releases, queryOf };
  const found = [
    ...checkouts.flatMap((checkout) => [...storesOfCheckout(context, checkout), ...handedOut(resolver, checkout, returns)]),
    ...calls.flatMap((call) => (call.type === 'CallExpression' ? storesOfPrepare(resolver, call) : [])),
  ];
  // A place that is filled twice is one mistake.
  const bySource = new Map(found.toReversed().map((store) => [`${store.place} ${store.source}`, store]));
  return [...bySource.values()].sort((a, b) => a.range[0] - b.range[0]);
}
