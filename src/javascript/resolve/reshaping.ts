/** Whether something besides the query itself changes the shape of what it gives. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { QueryFacts } from '../../facts/schema.js';
import { propertyName, unwrap, type Node } from '../syntax/nodes.js';
import { memberOf } from './drivers.js';
import type { HandleValue, Resolver } from './values.js';

/**
 * True for a further argument, for an option of the query or of the handle's creation (`{ text, rowMode: 'array' }`), and for a
 * statement that another line turns into something else (`statement.raw();`): then nothing is known of the outcome.
 */
export function isReshaped(resolver: Resolver, handle: HandleValue, facts: QueryFacts, node: TSESTree.CallExpression): boolean {
  if (facts.reshapedBy !== undefined && node.arguments.length > facts.reshapedBy) return true;
  const { origin } = handle;
  const names = facts.reshapedByOptions ?? [];
  if (names.length > 0) {
    if (node.arguments.some((argument) => hasOption(resolver, argument, names))) return true;
    const ofCreation = origin === null || origin.node.type === 'TaggedTemplateExpression' ? [] : origin.node.arguments;
    if (ofCreation.some((argument) => hasOption(origin?.home ?? resolver, argument, names))) return true;
  }
  return handle.facts.role === 'statement' && isTurnedElsewhere(resolver, handle, node.callee);
}

function hasOption(resolver: Resolver, argument: Node, names: readonly string[]): boolean {
  const value = resolver.expression(argument);
  return value.kind === 'object' && value.node.properties.some((property) => property.type === 'Property' && names.includes(propertyName(property) ?? ''));
}

/** The call of a method that gives the same thing in another guise, whose result nobody takes. */
function isTurnedElsewhere({ tree }: Resolver, handle: HandleValue, callee: Node): boolean {
  const object = callee.type === 'MemberExpression' ? unwrap(callee.object) : null;
  const variable = object?.type === 'Identifier' ? tree.variableOf(object) : null;
  return (variable?.references ?? []).some(({ identifier }) => {
    const member = tree.parentOf(identifier);
    const call = member === null ? null : tree.parentOf(member);
    if (member?.type !== 'MemberExpression' || member.object !== identifier || call?.type !== 'CallExpression') return false;
    const facts = memberOf(handle, propertyName(member) ?? '');
    return facts?.does === 'become' && facts.gives.handle !== handle.name && tree.parentOf(call)?.type === 'ExpressionStatement';
  });
}
