/** The places of a file that outlive one call of a function: what is written there can be found by the next call. */
import type { Variable } from '@typescript-eslint/scope-manager';
import { enclosingClass } from '../resolve/members.js';
import type { Resolver } from '../resolve/values.js';
import { isFunction, isNullish, propertyName, unwrap, type ClassNode, type FunctionNode, type Node } from '../syntax/nodes.js';
import { isGlobalObject, type Tree } from '../syntax/tree.js';
import { contains, functionOf, isDeclaredIn } from './checkouts.js';

export interface StorePlace {
  readonly kind: 'variable' | 'field' | 'global' | 'property' | 'collection';
  /** What is written: the target of the assignment, or the collection that takes it. */
  readonly node: Node;
  /** Every expression of the file that is this place; for a collection, that is the collection. */
  readonly occurrences: readonly Node[];
  readonly ofClass: ClassNode | null;
}

/** The place that an assignment writes; null where it lasts no longer than the function, or is not known. */
export function placeOf(resolver: Resolver, written: Node, taker: FunctionNode | null): StorePlace | null {
  const node = unwrap(written);
  if (node.type !== 'MemberExpression') return holderOf(resolver, node, taker, 'variable');
  const name = propertyName(node);
  if (name === null) return collectionOf(resolver, node.object, taker);
  if (node.object.type === 'ThisExpression' || isGlobalObject(node.object, resolver.tree)) return holderOf(resolver, node, taker, 'variable');
  const holder = node.object.type === 'Identifier' ? outerVariable(resolver, node.object, taker) : null;
  if (holder === null) return null;
  const occurrences = holder.references.flatMap(({ identifier }) => {
    const member = resolver.tree.parentOf(identifier);
    return member?.type === 'MemberExpression' && member.object === identifier && propertyName(member) === name ? [member] : [];
  });
  return { kind: 'property', node, occurrences, ofClass: null };
}

/** The Map, Set or list that is asked to take something. */
export function collectionOf(resolver: Resolver, holder: Node, taker: FunctionNode | null): StorePlace | null {
  return holderOf(resolver, unwrap(holder), taker, 'collection');
}

function holderOf(resolver: Resolver, node: Node, taker: FunctionNode | null, kind: 'variable' | 'collection'): StorePlace | null {
  const { tree } = resolver;
  if (node.type === 'Identifier') {
    const variable = outerVariable(resolver, node, taker);
    if (variable === null) return null;
    return { kind, node, occurrences: variable.references.map(({ identifier }) => identifier), ofClass: null };
  }
  const name = node.type === 'MemberExpression' ? propertyName(node) : null;
  if (node.type !== 'MemberExpression' || name === null) return null;
  if (isGlobalObject(node.object, tree)) return { kind: kind === 'collection' ? kind : 'global', node, occurrences: tree.globalMembers(name), ofClass: null };
  const ofClass = node.object.type === 'ThisExpression' ? enclosingClass(resolver, node) : null;
  if (ofClass === null) return null;
  const occurrences = tree.thisMembers(name).filter((member) => enclosingClass(resolver, member) === ofClass);
  return { kind: kind === 'collection' ? kind : 'field', node, occurrences, ofClass };
}

/** A variable that is not made anew with each call of the function; a parameter belongs to whoever calls. */
function outerVariable({ tree }: Resolver, identifier: Node, taker: FunctionNode | null): Variable | null {
  const variable = taker === null ? null : tree.variableOf(identifier);
  const [definition] = variable?.defs ?? [];
  if (variable === null || definition?.type !== 'Variable' || isDeclaredIn(tree, variable, taker)) return null;
  return variable;
}

/** Methods of collections that put something there, and that take something away. */
export const FILLING: ReadonlySet<string> = new Set(['set', 'add', 'push', 'unshift']);
const EMPTYING: ReadonlySet<string> = new Set(['delete', 'clear', 'pop', 'shift', 'splice']);

/** Whether the file empties the place somewhere, or writes something else there. */
export function isReset({ tree }: Resolver, { kind, occurrences }: StorePlace, isStored: (value: Node) => boolean): boolean {
  return occurrences.some((occurrence) => {
    const parent = tree.parentOf(occurrence);
    if (parent?.type === 'AssignmentExpression' && parent.left === occurrence) return kind === 'collection' || isNullish(parent.right) || !isStored(parent.right);
    if (parent?.type === 'UnaryExpression' && parent.operator === 'delete') return true;
    // A pattern, a loop: written in a way that nobody follows.
    if (parent?.type === 'ArrayPattern' || (parent?.type === 'Property' && tree.parentOf(parent)?.type === 'ObjectPattern')) return true;
    if (kind !== 'collection' || parent?.type !== 'MemberExpression' || parent.object !== occurrence) return false;
    const user = tree.parentOf(parent);
    return EMPTYING.has(propertyName(parent) ?? '') || (user?.type === 'UnaryExpression' && user.operator === 'delete') || (propertyName(parent) === 'length' && user?.type === 'AssignmentExpression');
  });
}

/** Whether the function looks into the place before it fills it, so that the next call takes what is there. */
export function isFilledLazily({ tree }: Resolver, { kind, occurrences }: StorePlace, store: Node, taker: FunctionNode): boolean {
  if (store.type === 'AssignmentExpression' && (store.operator === '??=' || store.operator === '||=')) return true;
  const before = occurrences.filter((occurrence) => contains(taker.body, occurrence) && functionOf(tree, occurrence) === taker && occurrence !== (store.type === 'AssignmentExpression' ? store.left : null));
  if (kind === 'collection') return before.some((occurrence) => occurrence.range[1] < store.range[0] && isLookUp(tree.parentOf(occurrence)));
  return before.some((occurrence) => {
    if (store.type === 'AssignmentExpression' && contains(store.right, occurrence)) return tree.parentOf(occurrence)?.type === 'LogicalExpression';
    const test = testAround(tree, occurrence);
    if (test === null || occurrence.range[1] > store.range[0]) return false;
    const isPlain = unwrap(test.test) === occurrence;
    if (contains(test.consequent, store)) return !isPlain;
    return isPlain && returns(test.consequent);
  });
}

/** Whether a use of a collection asks what is there. */
function isLookUp(parent: Node | null): boolean {
  return parent?.type === 'MemberExpression' && !FILLING.has(propertyName(parent) ?? '');
}

/** The `if` whose test the node is a part of. */
function testAround(tree: Tree, node: Node): Extract<Node, { type: 'IfStatement' }> | null {
  let child = node;
  for (let current = tree.parentOf(node); current !== null && !isFunction(current); current = tree.parentOf(current)) {
    if (current.type === 'IfStatement') return current.test === child ? current : null;
    child = current;
  }
  return null;
}

function returns(statement: Node): boolean {
  if (statement.type === 'ReturnStatement') return true;
  return statement.type === 'BlockStatement' && statement.body.some(({ type }) => type === 'ReturnStatement');
}
