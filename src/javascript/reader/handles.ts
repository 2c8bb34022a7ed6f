/** Handles of the resolver as handles of the model. */
import type { Creation, Handle, Options } from '../../model/words.js';
import { dialectOf, type HandleValue, type Resolver } from '../resolve/values.js';
import { propertyName, unwrap, type Node } from '../syntax/nodes.js';
import { ownLiteral, propertyValue } from './arguments.js';

export function toHandle(resolver: Resolver, value: HandleValue): Handle {
  const { driver, name, facts, evidence, roleUnknown, origin } = value;
  const isCreated = origin !== null && origin.type !== 'TaggedTemplateExpression' && (facts.role === 'pool' || facts.role === 'connection');
  const creation: Creation | null = !isCreated ? null : { kind: 'creation', range: origin.range, options: readOptions(resolver, origin.arguments) };
  return { driver, name, facts, evidence, roleUnknown, creation, dialect: dialectOf(value, creation?.options ?? null) };
}

/** Options of a creation or a config object, as far as they are literals. */
export function readOptions(resolver: Resolver, nodes: readonly Node[]): Options {
  const objects = nodes.map((node) => ownLiteral(resolver.tree, node));
  return {
    get(name) {
      for (const object of objects) {
        // An address, or a variable, may carry any option.
        if (object.type !== 'ObjectExpression') return null;
        if (object.properties.some((property) => property.type === 'SpreadElement' || propertyName(property) === null)) return null;
        const value = propertyValue(object, name);
        if (value === null) continue;
        const literal = unwrap(value);
        const constant: unknown = literal.type === 'Literal' ? literal.value : null;
        return typeof constant === 'string' || typeof constant === 'number' || typeof constant === 'boolean' ? constant : null;
      }
      return undefined;
    },
  };
}
