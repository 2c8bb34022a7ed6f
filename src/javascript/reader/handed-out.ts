/** Finds functions, statements and cursors that are returned although the client that they need goes back to the pool before. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Store } from '../../model/words.js';
import type { HandleValue, Resolver } from '../resolve/values.js';
import { isFunction, unwrap, type Node } from '../syntax/nodes.js';
import { constantInit } from '../syntax/plain-values.js';
import type { Tree } from '../syntax/tree.js';
import { contains, endOf, findReleases, functionOf, outermost, type Checkout, type Release } from './checkouts.js';
import { toHandle } from './handles.js';
import { localOf, derivedFrom, isClosed, readsOf } from './kept-clients.js';

/** The uses of a client that come after its release, in what the function that releases it returns. */
export function handedOut(resolver: Resolver, checkout: Checkout, returns: readonly TSESTree.ReturnStatement[]): Store[] {
  const { tree } = resolver;
  const { taker, variable, client } = checkout;
  if (taker === null || taker.generator || variable === null) return [];
  const end = endOf(checkout);
  const uses = readsOf(variable);
  const releases = findReleases(resolver, checkout, uses).filter((release) => release.isCertain && functionOf(tree, release.node) === taker);
  const derived = uses.flatMap((use) => derivedFrom(resolver, use));
  const own = returns.filter((statement) => functionOf(tree, statement) === taker);
  const given = taker.body.type === 'BlockStatement' ? own : [taker.body];
  return given.flatMap((giving): Store[] => {
    const argument = giving.type === 'ReturnStatement' ? giving.argument : giving;
    const range = end ?? releases.find((one) => comesBefore(resolver, one, giving))?.node.range;
    if (argument === null || range === undefined) return [];
    const toStore = (node: Node, handle: HandleValue, place: 'closure' | 'return'): Store => ({
      kind: 'store',
      range: node.range,
      source: node.type === 'CallExpression' ? `${tree.text.slice(...node.callee.range)}(…)` : tree.text.slice(...node.range),
      handle: toHandle(resolver, handle),
      place,
      ending: { by: 'taker', range, again: false },
    });
    const returned = unwrap(argument.type === 'AwaitExpression' ? argument.argument : argument);
    const itself = uses.includes(returned) ? client : null;
    const living = derived.find(({ node }) => contains(node, returned) || readsOf(localOf(resolver, node)).includes(returned));
    if (itself !== null) return [toStore(returned, itself, 'return')];
    if (living !== undefined) {
      const isEnded = readsOf(localOf(resolver, living.node)).some((use) => isClosed(resolver, use, living.handle));
      return isEnded ? [] : [toStore(returned, living.handle, 'return')];
    }
    const closures = functionsIn(resolver, argument);
    const captured = uses.find((use) => closures.some((closure) => contains(closure, use)) && !releases.some(({ node }) => contains(node, use)));
    return captured === undefined ? [] : [toStore(captured, client, 'closure')];
  });
}

/** Whether the release is over when the caller gets what is returned: it stands in `finally`, or in a statement before. */
function comesBefore({ tree }: Resolver, { node }: Release, statement: Node): boolean {
  const holder = outermost(tree, node);
  const own = tree.parentOf(holder);
  if (own?.type !== 'ExpressionStatement') return false;
  const block = tree.parentOf(own);
  if (block?.type !== 'BlockStatement') return false;
  const owner = tree.parentOf(block);
  if (owner?.type === 'TryStatement' && owner.finalizer === block) return contains(owner.block, statement) || (owner.handler !== null && contains(owner.handler, statement)) || isLater(tree, owner, statement);
  return (contains(block, statement) && own.range[1] <= statement.range[0]) || (owner?.type === 'TryStatement' && owner.block === block && isLater(tree, owner, statement));
}

/** Whether the statement stands behind another one in the same block, however deep. */
function isLater(tree: Tree, earlier: Node, statement: Node): boolean {
  const block = tree.parentOf(earlier);
  return block !== null && contains(block, statement) && earlier.range[1] <= statement.range[0];
}

/** The functions that a value consists of: itself, the members of an object literal; not those that are only passed to a call. */
function functionsIn(resolver: Resolver, value: Node, depth = 0): Node[] {
  const node = unwrap(value);
  if (isFunction(node)) return [node];
  if (depth > 2) return [];
  switch (node.type) {
    case 'ObjectExpression':
      return node.properties.flatMap((property) => (property.type === 'Property' ? functionsIn(resolver, property.value, depth + 1) : []));
    case 'ArrayExpression':
      return node.elements.flatMap((element) => (element === null ? [] : functionsIn(resolver, element, depth + 1)));
    case 'Identifier': {
      const variable = resolver.tree.variableOf(node);
      const [definition] = variable?.defs ?? [];
      if (definition?.type === 'FunctionName') return [definition.node];
      const init = variable === null ? null : constantInit(variable);
      return init === null ? [] : functionsIn(resolver, init, depth + 1);
    }
    default:
      return [];
  }
}
