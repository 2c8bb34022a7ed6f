/** Finds where clients are checked out of a pool, and what becomes of each in the function that takes it. */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import type { MemberFacts } from '../../facts/schema.js';
import { handleOf, type HandleValue, type Resolver } from '../resolve/values.js';
import { isFunction, propertyName, unwrap, type FunctionNode, type Node } from '../syntax/nodes.js';
import type { Tree } from '../syntax/tree.js';

export interface Checkout {
  readonly client: HandleValue;
  /** The function that takes it; null for the top level of the file. */
  readonly taker: FunctionNode | null;
  /** The variable of the taker that holds it; null when it is put elsewhere at once. */
  readonly variable: Variable | null;
  /** The expression that gives the client, or a promise of it; null for a parameter. */
  readonly taken: Node | null;
  /** Parameters that give it back when they are called: `done` of `connect((error, client, done) => …)`. */
  readonly givers: readonly Variable[];
  /** Whether it comes back by itself when the taker, a callback, is over. */
  readonly comesBack: boolean;
}

type TakingFacts = Extract<MemberFacts, { does: 'acquire' | 'transaction' }>;

/** The checkouts that a call begins: none, unless it is the facts' `acquire` or `transaction`. */
export function findCheckouts(resolver: Resolver, call: TSESTree.CallExpression): Checkout[] {
  const callee = resolver.expression(call.callee);
  if (callee.kind !== 'member' || (callee.facts.does !== 'acquire' && callee.facts.does !== 'transaction') || callee.handle.roleUnknown || callee.handle.evidence === 'likely') return [];
  const last = call.arguments.at(-1);
  if (last !== undefined && isFunction(last)) return ofCallback(resolver, last, callee.facts, callee.handle);
  const given = callee.facts.gives === undefined ? null : handleOf(callee.handle.driver, callee.facts.gives.handle, { node: call, home: resolver }, callee.handle);
  return given?.kind !== 'handle' || given.facts.checkout === undefined ? [] : ofCall(resolver, call, given);
}

function ofCallback(resolver: Resolver, callback: FunctionNode, facts: TakingFacts, pool: HandleValue): Checkout[] {
  const parameters = facts.callback?.parameters ?? [];
  const index = parameters.findIndex((name) => name !== null);
  const client = handleOf(pool.driver, parameters[index] ?? '', null, pool);
  const variable = parameterAt(resolver, callback, index);
  if (client.kind !== 'handle' || client.facts.checkout === undefined || variable === null) return [];
  const givers = callback.params.slice(index + 1).flatMap((_, after) => parameterAt(resolver, callback, index + 1 + after) ?? []);
  const isEndedByOwner = Object.values(client.facts.members).some(({ does }) => does === 'release');
  // A callback that gives no promise leaves a transaction open for whoever commits it later.
  const comesBack = !isEndedByOwner || (facts.does === 'transaction' && callback.async);
  return [{ client, taker: callback, variable, taken: null, givers, comesBack }];
}

function ofCall(resolver: Resolver, call: TSESTree.CallExpression, client: HandleValue): Checkout[] {
  const { tree } = resolver;
  const taken = outermost(tree, call);
  const parent = tree.parentOf(taken);
  if (parent?.type === 'MemberExpression' && parent.object === taken && propertyName(parent) === 'then') {
    const then = tree.parentOf(parent);
    const callback = then?.type === 'CallExpression' ? then.arguments[0] : undefined;
    const variable = callback !== undefined && isFunction(callback) ? parameterAt(resolver, callback, 0) : null;
    return callback === undefined || !isFunction(callback) || variable === null ? [] : [{ client, taker: callback, variable, taken: null, givers: [], comesBack: false }];
  }
  const taker = functionOf(tree, call);
  const target = parent?.type === 'VariableDeclarator' ? parent.id : parent?.type === 'AssignmentExpression' && parent.right === taken ? parent.left : null;
  const variable = target?.type === 'Identifier' ? tree.variableOf(target) : null;
  const isLocal = variable !== null && isDeclaredIn(tree, variable, taker);
  return [{ client, taker, variable: isLocal ? variable : null, taken, givers: [], comesBack: false }];
}

/** The expression with what passes its value on: `await`, `?? …` in front of it, assertions. */
export function outermost(tree: Tree, node: Node): Node {
  let current = node;
  for (;;) {
    const parent = tree.parentOf(current);
    if (parent === null) return current;
    const passesOn = parent.type === 'AwaitExpression' || (parent.type === 'LogicalExpression' && parent.operator !== '&&' && parent.right === current);
    if (!passesOn && unwrap(parent) !== unwrap(current)) return current;
    current = parent;
  }
}

function parameterAt(resolver: Resolver, callback: FunctionNode, index: number): Variable | null {
  const parameter = callback.params[index];
  return parameter?.type === 'Identifier' ? resolver.tree.variableOf(parameter) : null;
}

/** The function around a node; null at the top level. */
export function functionOf(tree: Tree, node: Node): FunctionNode | null {
  for (let current = tree.parentOf(node); current !== null; current = tree.parentOf(current)) if (isFunction(current)) return current;
  return null;
}

/** Whether a variable is made anew with each call of the function; at the top level, whether it is the file's. */
export function isDeclaredIn(tree: Tree, variable: Variable, taker: FunctionNode | null): boolean {
  const [definition] = variable.defs;
  if (definition === undefined || taker === null) return taker === null;
  return contains(taker, definition.name) && functionOf(tree, definition.name) !== null;
}

export function contains(outer: { readonly range: readonly [number, number] }, inner: { readonly range: readonly [number, number] }): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

/** Where a client goes back to the pool, or may. */
export interface Release {
  readonly node: Node;
  /** False where it is only likely: the client, or its release function, is handed to something unknown. */
  readonly isCertain: boolean;
}

/** The releases among the uses of a client, each use an expression that holds it. */
export function findReleases(resolver: Resolver, { client, givers }: Checkout, uses: readonly Node[]): Release[] {
  const { tree } = resolver;
  const byMember = uses.flatMap((use): Release[] => {
    const holder = outermost(tree, use);
    const parent = tree.parentOf(holder);
    if (parent?.type === 'CallExpression' && parent.callee !== holder) {
      const callee = resolver.expression(parent.callee);
      return [{ node: parent, isCertain: callee.kind === 'member' && callee.facts.does === 'release' }];
    }
    if (parent?.type !== 'MemberExpression' || parent.object !== holder) return [];
    const does = client.facts.members[propertyName(parent) ?? '']?.does;
    if (does !== 'release' && does !== 'close') return [];
    const call = tree.parentOf(parent);
    const isCalled = call?.type === 'CallExpression' && call.callee === parent;
    return [{ node: isCalled ? call : parent, isCertain: isCalled && does === 'release' && !destroys(call) }];
  });
  const byGiver = givers.flatMap(({ references }) =>
    references.map(({ identifier }): Release => {
      const call = tree.parentOf(identifier);
      const isCalled = call?.type === 'CallExpression' && call.callee === identifier;
      return { node: isCalled ? call : identifier, isCertain: isCalled };
    }),
  );
  return [...byMember, ...byGiver];
}

/** The end of the callback whose client comes back by itself. */
export function endOf({ taker, comesBack }: Checkout): Release['node']['range'] | null {
  return taker === null || !comesBack ? null : [taker.range[1] - 1, taker.range[1]];
}

/** `release(true)`: it does not go back, it is closed. */
function destroys({ arguments: given }: TSESTree.CallExpression): boolean {
  return given.some((argument) => argument.type === 'Literal' && argument.value === true);
}

/**
 * Whether a function that has filled a place gets to a later node on each way on which nothing is thrown: between that and what holds
 * both there is no condition but a test of the same client, and no other function.
 */
export function isOnEveryWay(tree: Tree, node: Node, filling: Node, taker: FunctionNode, isTestOfSame: (test: Node) => boolean): boolean {
  let child = node;
  for (let current = tree.parentOf(node); current !== null && current !== taker; current = tree.parentOf(current)) {
    if (current.type === 'IfStatement') {
      if (current.consequent !== child || (!contains(child, filling) && !isTestOfSame(current.test))) return false;
    } else if (current.type === 'TryStatement') {
      if (current.handler === child) return false;
    } else if (!STEADY.has(current.type)) return contains(current, filling) && LOOPS.has(current.type);
    child = current;
  }
  return true;
}

const STEADY: ReadonlySet<string> = new Set(['ExpressionStatement', 'AwaitExpression', 'ChainExpression', 'BlockStatement']);
const LOOPS: ReadonlySet<string> = new Set(['ForStatement', 'ForOfStatement', 'ForInStatement', 'WhileStatement']);
