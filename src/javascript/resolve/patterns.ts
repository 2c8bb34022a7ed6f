/** The way from a destructured name to the value that it is taken out of. */
import { propertyName, type Node } from '../syntax/nodes.js';
import { propertyOf } from './members.js';
import type { Resolver, Value } from './values.js';

/** One step of destructuring; `or` is a default value. */
export type Step = { readonly property: string } | { readonly or: Node };

/** Climbs from an identifier to the pattern that is declared or assigned, noting the way down; null when the way is not known. */
export function patternRoot(resolver: Resolver, identifier: Node, steps: Step[]): Node | null {
  let current = identifier;
  for (;;) {
    const parent = resolver.tree.parentOf(current);
    if (parent?.type === 'AssignmentPattern' && parent.left === current) {
      steps.unshift({ or: parent.right });
      current = parent;
    } else if (parent?.type === 'Property' && parent.value === current) {
      const name = propertyName(parent);
      const pattern = resolver.tree.parentOf(parent);
      if (pattern?.type !== 'ObjectPattern') return current;
      if (name === null) return null;
      steps.unshift({ property: name });
      current = pattern;
    } else if (parent?.type === 'ArrayPattern') {
      steps.unshift({ property: String(parent.elements.findIndex((element) => element === current)) });
      current = parent;
    } else if (parent?.type === 'RestElement') {
      return null;
    } else return current;
  }
}

export function follow(resolver: Resolver, value: Value, steps: readonly Step[]): Value {
  return steps.reduce((current, step) => {
    if ('property' in step) return propertyOf(resolver, current, step.property);
    return current.kind === 'unknown' ? resolver.expression(step.or) : current;
  }, value);
}
