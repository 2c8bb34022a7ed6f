/** What calls and `new` give. */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, propertyName, requiredModule, type ClassNode, type FunctionNode, type Node } from '../syntax/nodes.js';
import { walk } from '../syntax/tree.js';
import { createdBy } from './drivers.js';
import { awaited, handleOf, join, NOTHING, promiseOf, UNKNOWN, type HandleValue, type Resolver, type Value } from './values.js';

type MemberValue = Extract<Value, { kind: 'member' }>;

export function valueOfCall(resolver: Resolver, node: TSESTree.CallExpression): Value {
  const specifier = requiredModule(node);
  if (specifier !== null) return resolver.tree.variableOf(node.callee) === null ? resolver.required(specifier) : UNKNOWN;
  const onPromise = valueOfPromiseMethod(resolver, node);
  if (onPromise !== null) return onPromise;
  const callee = resolver.expression(node.callee);
  switch (callee.kind) {
    case 'export':
      return created(callee, node);
    case 'function':
      return resolver.result(callee.node);
    case 'member':
      return valueOfMemberCall(callee, node);
    case 'handle': {
      const { call } = callee.facts;
      if (call === undefined) return UNKNOWN;
      const given = handleOf(callee.driver, call.handle, node, callee.evidence);
      return call.promise === true ? promiseOf(given) : given;
    }
    default:
      return UNKNOWN;
  }
}

export function valueOfNew(resolver: Resolver, node: TSESTree.NewExpression): Value {
  const callee = resolver.expression(node.callee);
  if (callee.kind === 'export') return created(callee, node);
  return callee.kind === 'class' ? instanceOfClass(resolver, callee.node, node) : UNKNOWN;
}

/** An instance of a class of this file: what its base class creates, where that is a driver's. */
function instanceOfClass(resolver: Resolver, node: ClassNode, origin: TSESTree.NewExpression): Value {
  const base = node.superClass === null ? UNKNOWN : resolver.expression(node.superClass);
  return base.kind === 'export' ? created(base, origin) : { kind: 'instance', node };
}

function created(value: Extract<Value, { kind: 'export' }>, origin: NonNullable<HandleValue['origin']>): Value {
  const facts = createdBy(value);
  if (facts === null) return UNKNOWN;
  const handle = handleOf(value.driver, facts.creates.handle, origin);
  return facts.creates.promise === true ? promiseOf(handle) : handle;
}

/** `.then(…)`, `.catch(…)`, `.finally(…)` of a promise, and `.bind(…)` of a handle's method; null for other calls. */
function valueOfPromiseMethod(resolver: Resolver, node: TSESTree.CallExpression): Value | null {
  if (node.callee.type !== 'MemberExpression') return null;
  const name = propertyName(node.callee);
  if (name !== 'then' && name !== 'catch' && name !== 'finally' && name !== 'bind') return null;
  const receiver = resolver.expression(node.callee.object);
  if (name === 'bind') return receiver.kind === 'member' ? receiver : null;
  if (receiver.kind !== 'promise') return null;
  if (name !== 'then') return receiver;
  const [callback] = node.arguments;
  const called = callback === undefined ? UNKNOWN : resolver.expression(callback);
  return called.kind === 'function' ? promiseOf(awaited(resolver.result(called.node))) : UNKNOWN;
}

function valueOfMemberCall({ handle, facts }: MemberValue, node: TSESTree.CallExpression): Value {
  if (!('gives' in facts) || facts.gives === undefined) return UNKNOWN;
  if (facts.does === 'become') return handleOf(handle.driver, facts.gives.handle, handle.origin, handle.evidence);
  // With a callback the result goes there, and the call itself gives nothing of use.
  const last = node.arguments.at(-1);
  if (last !== undefined && isFunction(last)) return UNKNOWN;
  if (facts.does === 'query' && facts.reshapedBy !== undefined && node.arguments.length > facts.reshapedBy) return UNKNOWN;
  const given = handleOf(handle.driver, facts.gives.handle, node, handle.evidence);
  return facts.gives.promise === true ? promiseOf(given) : given;
}

/** The return values of a function, joined; a promise for async functions; unknown for generators. */
export function resultOf(resolver: Resolver, node: FunctionNode): Value {
  if (node.generator) return UNKNOWN;
  const result = node.body.type === 'BlockStatement' ? join(returned(resolver, node.body)) : resolver.expression(node.body);
  return node.async ? promiseOf(result) : result;
}

function returned(resolver: Resolver, body: TSESTree.BlockStatement): Value[] {
  const values: Value[] = [];
  const inside = new Map<Node, boolean>();
  walk(body, resolver.tree.visitorKeys, (node, parent) => {
    const nested = parent !== null && (inside.get(parent) === true || isFunction(parent));
    if (nested) inside.set(node, true);
    else if (node.type === 'ReturnStatement') values.push(node.argument === null ? NOTHING : resolver.expression(node.argument));
  });
  return values;
}
