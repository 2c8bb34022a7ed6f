/** Options of creations and config objects. */
import type { Options } from '../../model/words.js';
import type { Tree } from '../syntax/tree.js';
import { propertyName, unwrap, type Node } from '../syntax/nodes.js';
import { ownLiteral, propertyValue } from './arguments.js';

/** Options of a creation or a config object, as far as they are literals. */
export function readOptions(tree: Tree, nodes: readonly Node[]): Options {
  const objects = nodes.map((node) => ownLiteral(tree, node));
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
