/** What calls and `new` give. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { MemberFacts } from '../../facts/schema.js';
import { isFunction, propertyName, requiredModule, type FunctionNode, type Node } from '../syntax/nodes.js';
import { walk } from '../syntax/tree.js';
import { seenFromCall } from './bindings.js';
import { chosenHandle } from './choices.js';
import { declaredCall, isDeclaredClass } from './declared-modules.js';
import { createdBy } from './drivers.js';
import { isReshaped } from './reshaping.js';
import { awaited, extended, fromElsewhere, handleOf, join, NOTHING, promiseOf, UNKNOWN, type Origin, type Resolver, type Value } from './values.js';
import { wrapperOf } from './wrappers.js';

type MemberValue = Extract<Value, { kind: 'member' }>;
type ClassValue = Extract<Value, { kind: 'class' }>;

export function valueOfCall(resolver: Resolver, node: TSESTree.CallExpression): Value {
  const specifier = requiredModule(node);
  if (specifier !== null) return resolver.tree.variableOf(node.callee) === null ? resolver.required(specifier) : UNKNOWN;
  const onPromise = valueOfPromiseMethod(resolver, node);
  if (onPromise !== null) return onPromise;
  const callee = resolver.expression(node.callee);
  switch (callee.kind) {
    case 'export':
      return callee.facts.is === 'module' ? { ...callee, facts: { is: 'namespace' } } : created(callee, { node, home: resolver });
    case 'function':
      return ofFunction(resolver, callee, node);
    case 'member':
      return valueOfMemberCall(resolver, callee, node);
    case 'handle': {
      const { call } = callee.facts;
      if (call === undefined) return UNKNOWN;
      const given = handleOf(callee.driver, call.handle, { node, home: resolver }, callee);
      return call.promise === true ? promiseOf(given) : given;
    }
    case 'declared':
      return declaredCall(callee, node);
    default:
      return UNKNOWN;
  }
}

/** Whether the arguments of one call may tell more of it: what nobody knows, and what closes over parameters. */
function dependsOnCall(value: Value): boolean {
  return ['unknown', 'object', 'function'].includes(value.kind) || (value.kind === 'promise' && dependsOnCall(value.of));
}

/** What a function returns. The outcome of a query that it sends for its callers is that of their own call. */
function ofFunction(resolver: Resolver, { home, node }: Extract<Value, { kind: 'function' }>, call: TSESTree.CallExpression): Value {
  const general = home.result(node);
  const result = dependsOnCall(general) ? (seenFromCall(resolver, call, { node, home })?.result(node) ?? general) : general;
  const given = awaited(result);
  if (given.kind !== 'handle' || given.facts.reading === undefined) return home === resolver ? result : fromElsewhere(result);
  const wrapper = wrapperOf(home, node);
  const isOfWrapper = wrapper !== null && wrapper.inner.some((inner) => inner === given.origin?.node);
  if (!isOfWrapper) return home === resolver ? result : fromElsewhere(result);
  const own: Value = { ...given, evidence: wrapper.handle.evidence, known: 'wrapper', origin: { node: call, home: resolver } };
  return result.kind === 'promise' ? promiseOf(own) : own;
}

export function valueOfNew(resolver: Resolver, node: TSESTree.NewExpression): Value {
  const [awaitedType] = node.typeArguments?.params ?? [];
  if (node.callee.type === 'Identifier' && node.callee.name === 'Promise' && awaitedType !== undefined) return promiseOf(resolver.type(awaitedType));
  const callee = resolver.expression(node.callee);
  if (callee.kind === 'export') return created(callee, { node, home: resolver });
  if (isDeclaredClass(callee)) return callee;
  return callee.kind === 'class' ? instanceOfClass(callee, { node, home: resolver }) : UNKNOWN;
}

/** An instance of a class of this file: what its base class creates, where that is a driver's. */
function instanceOfClass({ node, home }: ClassValue, origin: Origin): Value {
  const base = node.superClass === null ? UNKNOWN : home.expression(node.superClass);
  if (base.kind === 'export') return extended(created(base, origin));
  const inherited = base.kind === 'class' && base.node !== node ? instanceOfClass(base, origin) : UNKNOWN;
  if (inherited.kind === 'handle' || origin.node.type !== 'NewExpression') return inherited.kind === 'handle' ? inherited : { kind: 'instance', node, home };
  // Each instance has what its own constructor call was given.
  return { kind: 'instance', node, home: seenFromCall(origin.home, origin.node, { node, home }) ?? home };
}

function created(value: Extract<Value, { kind: 'export' }>, origin: Origin): Value {
  const facts = createdBy(value);
  if (facts === null) return UNKNOWN;
  const given = origin.node.type === 'TaggedTemplateExpression' ? [] : origin.node.arguments;
  const options = facts.is === 'function' ? facts.configured : undefined;
  const configured = options !== undefined && given.length > options.argument ? options.creates : null;
  const creates = configured ?? facts.creates;
  const chosen = facts.choice === undefined ? null : chosenHandle(origin.home, facts.choice, given);
  const handle = handleOf(value.driver, chosen ?? creates.handle, origin);
  return creates.promise === true ? promiseOf(handle) : handle;
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
  return called.kind === 'function' ? promiseOf(awaited(called.home.result(called.node))) : UNKNOWN;
}

function valueOfMemberCall(resolver: Resolver, { handle, facts }: MemberValue, node: TSESTree.CallExpression): Value {
  if (!('gives' in facts) || facts.gives === undefined) return UNKNOWN;
  if (facts.does === 'become') {
    const same = handleOf(handle.driver, facts.gives.handle, handle.origin, handle);
    return facts.gives.promise === true ? promiseOf(same) : same;
  }
  // With a callback the result goes there, and the call itself gives nothing of use.
  const last = node.arguments.at(-1);
  if (last !== undefined && isFunction(last)) return UNKNOWN;
  const object = facts.does === 'query' ? queryObject(resolver, facts, node) : null;
  if (object !== null) return object;
  if (facts.does === 'query' && isReshaped(resolver, handle, facts, node)) return UNKNOWN;
  const given = handleOf(handle.driver, facts.gives.handle, { node, home: resolver }, handle);
  return facts.gives.promise === true ? promiseOf(given) : given;
}

/** `client.query(new Cursor(…))` gives the cursor itself, and an object of a class that nobody knows gives what nobody knows. */
function queryObject(resolver: Resolver, { sql }: Extract<MemberFacts, { does: 'query' }>, node: TSESTree.CallExpression): Value | null {
  const argument = sql.at === 'argument' ? node.arguments[sql.index] : undefined;
  const value = argument === undefined ? UNKNOWN : resolver.expression(argument);
  if (value.kind === 'handle' && value.facts.role === 'cursor') return value;
  return value.kind === 'instance' || argument?.type === 'NewExpression' ? UNKNOWN : null;
}

/** What a template tag gives: a handle that is one, or a method that can be one. */
export function valueOfTag(resolver: Resolver, node: TSESTree.TaggedTemplateExpression): Value {
  const tag = resolver.expression(node.tag);
  if (tag.kind === 'handle' && tag.facts.template !== undefined) return handleOf(tag.driver, tag.facts.template.handle, { node, home: resolver }, tag);
  const facts = tag.kind === 'handle' ? tag.facts.tag : tag.kind === 'member' && tag.facts.does === 'query' ? tag.facts : undefined;
  const isTag = tag.kind === 'handle' || facts?.sql.at === 'template' || facts?.tag !== undefined;
  if ((tag.kind !== 'handle' && tag.kind !== 'member') || !isTag || facts?.gives === undefined) return UNKNOWN;
  const from = tag.kind === 'member' ? tag.handle : tag;
  const given = handleOf(from.driver, facts.gives.handle, { node, home: resolver }, from);
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
