/** A function seen from one call of it: where its parameters hold different things in different calls, this one tells. */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, type ClassNode, type FunctionNode, type Node } from '../syntax/nodes.js';
import type { Resolver, Value } from './values.js';

/** The resolver of the function's file for that call; null when no argument holds anything of a driver, or calls in calls go too deep. */
export function seenFromCall(by: Resolver, call: TSESTree.CallExpression | TSESTree.NewExpression, { node, home }: { readonly node: FunctionNode | ClassNode; readonly home: Resolver }): Resolver | null {
  const parameters = isFunction(node) ? node.params : (constructorOf(node)?.params ?? []);
  const bound = new Map<Node, Value>();
  for (const [index, argument] of call.arguments.entries()) {
    const parameter = parameters[index];
    if (argument.type === 'SpreadElement' || parameter === undefined || parameter.type === 'RestElement') break;
    const value = by.expression(argument);
    if (holdsHandle(by, value)) bound.set(parameter, value);
  }
  return bound.size === 0 ? null : home.within(call, bound);
}

function constructorOf(node: ClassNode): FunctionNode | null {
  const member = node.body.body.find((candidate) => candidate.type === 'MethodDefinition' && candidate.kind === 'constructor');
  return member?.type === 'MethodDefinition' && isFunction(member.value) ? member.value : null;
}

/** A handle, an instance, or an object literal with one of these among its first properties. */
function holdsHandle(by: Resolver, value: Value): boolean {
  if (value.kind === 'object') {
    return value.node.properties.slice(0, 20).some((property) => property.type === 'Property' && property.value.type === 'Identifier' && holdsHandle(by, value.home.expression(property.value)));
  }
  return value.kind === 'handle' || value.kind === 'instance' || value.kind === 'member' || value.kind === 'promise';
}
