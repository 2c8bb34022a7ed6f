/** Which of several handles a creation gives, where an option of it tells the server. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { HandleChoice } from '../../facts/schema.js';
import { propertyName, stringValue, type Node } from '../syntax/nodes.js';
import { behindConstant } from '../syntax/plain-values.js';
import type { Resolver } from './values.js';

const SCHEME = /^([a-z][a-z0-9+]*):/;

/** The name of the handle; null when the option is not written down. */
export function chosenHandle(resolver: Resolver, { option, handles }: HandleChoice, creation: readonly TSESTree.CallExpressionArgument[]): string | null {
  for (const argument of creation) {
    const object = behindConstant(resolver.tree, argument);
    const value = object.type === 'ObjectExpression' ? lastValue(object, option) : null;
    if (value !== null) return named(handles, keyOf(resolver, value));
  }
  const [first] = creation;
  const address = first === undefined ? null : stringValue(behindConstant(resolver.tree, first));
  return named(handles, (address === null ? null : SCHEME.exec(address)?.[1]) ?? null);
}

/** The value of a property, unless something after it may bring another one. */
function lastValue(object: TSESTree.ObjectExpression, name: string): Node | null {
  for (const property of object.properties.toReversed()) {
    if (property.type === 'SpreadElement' || propertyName(property) === null) return null;
    if (propertyName(property) === name) return property.value;
  }
  return null;
}

function keyOf(resolver: Resolver, value: Node): string | null {
  const text = stringValue(behindConstant(resolver.tree, value));
  if (text !== null) return text;
  const handle = resolver.expression(value);
  return handle.kind === 'handle' ? handle.name : null;
}

function named(handles: HandleChoice['handles'], key: string | null): string | null {
  return key !== null && Object.hasOwn(handles, key) ? (handles[key] ?? null) : null;
}
