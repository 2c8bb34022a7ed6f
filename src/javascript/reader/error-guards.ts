/** Whether a place is reached only with errors of other classes: `if (err instanceof HttpError && err.message.includes(…))`. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { ErrorFacts } from '../../facts/error-schema.js';
import type { Driver } from '../../facts/schema.js';
import { originOf } from '../resolve/origins.js';
import { isFunction, unwrap, type Node } from '../syntax/nodes.js';
import type { Tree } from '../syntax/tree.js';

/** A question about the kind of an error: `err instanceof HttpError`, `isAxiosError(err)`. */
export type Guard = TSESTree.BinaryExpression | TSESTree.CallExpression;

/** What a guard asks about: the left side, or the arguments of a predicate. */
export function guarded(node: Guard): readonly Node[] {
  return node.type === 'BinaryExpression' ? [node.left] : node.arguments;
}

/** Whether the errors that pass a guard are others than those of the driver, or may be. */
export function asksForOthers(tree: Tree, guard: Guard, driver: Driver, { classes = {} }: ErrorFacts): boolean {
  if (guard.type === 'CallExpression') return isCondition(tree, guard);
  const { right } = guard;
  if (right.type === 'Identifier' && tree.variableOf(right) === null) return right.name !== 'Error';
  const origin = originOf(tree, right);
  if (origin === null) return true;
  const isOfDriver = driver.packages.includes(origin.module) || Object.hasOwn(driver.modules, origin.module);
  return !isOfDriver && classes[origin.module]?.includes(origin.name ?? '') !== true;
}

/** Whether a place is reached only when a guard holds, or only when it does not: as far as that can be seen in one function. */
export function isReachedBy(tree: Tree, place: Node, guard: Guard): 'holds' | 'fails' | null {
  let holds = true;
  let current: Node = guard;
  for (let parent = tree.parentOf(current); parent !== null && !isFunction(parent); parent = tree.parentOf(current)) {
    if (parent.type === 'UnaryExpression' && parent.operator === '!') holds = !holds;
    else if (parent.type === 'LogicalExpression') {
      const isAnd = parent.operator === '&&';
      if (parent.left === current && contains(parent.right, place)) return isAnd === holds ? 'holds' : 'fails';
      // Beyond `a || guard` only a failed whole says that the guard failed, beyond `a && guard` only a true one that it holds.
      if (isAnd !== holds && !endsIn(tree, parent, place)) return null;
    } else if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') {
      if (parent.test !== current) return null;
      if (contains(parent.consequent, place)) return holds ? 'holds' : 'fails';
      if (parent.alternate !== null && contains(parent.alternate, place)) return holds ? 'fails' : 'holds';
      const isBehind = parent.type === 'IfStatement' && leaves(parent.consequent) && place.range[0] > parent.range[1] && contains(tree.parentOf(parent) ?? parent, place);
      return isBehind ? (holds ? 'fails' : 'holds') : null;
    } else if (unwrap(parent) !== unwrap(current)) return null;
    current = parent;
  }
  return null;
}

/** A place behind a statement that leaves where one of several conditions holds: none of them does there. */
function endsIn(tree: Tree, condition: Node, place: Node): boolean {
  const parent = tree.parentOf(condition);
  if (parent?.type === 'LogicalExpression' || parent?.type === 'UnaryExpression') return endsIn(tree, parent, place);
  return parent?.type === 'IfStatement' && !contains(parent.consequent, place);
}

function isCondition(tree: Tree, call: Node): boolean {
  let current = call;
  let parent = tree.parentOf(current);
  while (parent !== null && (parent.type === 'LogicalExpression' || (parent.type === 'UnaryExpression' && parent.operator === '!') || unwrap(parent) === unwrap(current))) {
    current = parent;
    parent = tree.parentOf(current);
  }
  return (parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression') && parent.test === current;
}

/** Whether a statement ends the way through its function or loop. */
function leaves(statement: Node): boolean {
  const last = statement.type === 'BlockStatement' ? statement.body.at(-1) : statement;
  return last !== undefined && ['ReturnStatement', 'ThrowStatement', 'ContinueStatement', 'BreakStatement'].includes(last.type);
}

function contains(outer: Node, inner: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}
