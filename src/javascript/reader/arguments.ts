/** Where the SQL text and the values of a call stand, after the facts of the member that is called. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { SqlSpot, ValuesSpot } from '../../facts/schema.js';
import { isFunction, isNullish, propertyName, unwrap, type Node } from '../syntax/nodes.js';
import { constantInit, isPlainValue, isReadOnce } from '../syntax/plain-values.js';
import type { Tree } from '../syntax/tree.js';

export type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** The values as expressions: none, one expression that holds them all, several arguments, or not known. */
export type ValueNodes =
  | { readonly kind: 'absent' }
  | { readonly kind: 'one'; readonly node: Node }
  | { readonly kind: 'several'; readonly nodes: readonly Node[] }
  | { readonly kind: 'unknown' };

const UNKNOWN: ValueNodes = { kind: 'unknown' };

/** The expression that holds the SQL text; null when it is not visible. */
export function sqlArgument(tree: Tree, call: Call, spot: SqlSpot): Node | null {
  if (spot.at !== 'argument') return null;
  const argument = argumentAt(call, spot.index);
  if (argument === null) return null;
  if (spot.key === undefined) return argument;
  const config = configObject(tree, argument);
  return config === null ? argument : propertyValue(config, spot.key);
}

/** The config object that is passed instead of the text: a literal, or a constant that serves this call alone. */
export function configObject(tree: Tree, argument: Node): TSESTree.ObjectExpression | null {
  const inner = ownLiteral(tree, argument);
  return inner.type === 'ObjectExpression' ? inner : null;
}

export function valueNodes(tree: Tree, call: Call, sql: SqlSpot, spot: ValuesSpot): ValueNodes {
  if (call.arguments.some((argument) => argument.type === 'SpreadElement')) return UNKNOWN;
  switch (spot.at) {
    case 'argument':
      return argumentValues(tree, call, sql, spot);
    case 'rest': {
      const nodes = call.arguments.slice(spot.index).filter((argument) => !isFunction(argument));
      const [only] = nodes;
      if (only === undefined) return { kind: 'absent' };
      return nodes.length === 1 ? { kind: 'one', node: only } : { kind: 'several', nodes };
    }
    case 'template':
    case 'nowhere':
      return { kind: 'absent' };
    default:
      return UNKNOWN;
  }
}

function argumentValues(tree: Tree, call: Call, sql: SqlSpot, spot: Extract<ValuesSpot, { at: 'argument' }>): ValueNodes {
  const text = sql.at === 'argument' ? argumentAt(call, sql.index) : null;
  const config = text !== null && spot.key !== undefined ? configObject(tree, text) : null;
  const given = call.arguments.slice(spot.index).filter((argument) => !isFunction(argument));
  const [first, second] = given;
  if (config !== null && spot.key !== undefined) {
    const own = configValues(config, spot.key);
    // Values in both places: which ones count is the driver's affair.
    if (first === undefined || own.kind !== 'absent') return first === undefined ? own : UNKNOWN;
  }
  if (first === undefined || isNullish(first)) return { kind: 'absent' };
  // A second argument may be a callback in a variable; only plain values are certainly none.
  if (second !== undefined && given.every((argument) => isPlainValue(tree, argument))) return { kind: 'several', nodes: given };
  return { kind: 'one', node: first };
}

function configValues(config: TSESTree.ObjectExpression, key: string): ValueNodes {
  if (config.properties.some((property) => property.type === 'SpreadElement' || propertyName(property) === null)) return UNKNOWN;
  const node = propertyValue(config, key);
  return node === null || isNullish(node) ? { kind: 'absent' } : { kind: 'one', node };
}

/** The values under whichever key of an options object holds them, and the placeholders that go with that key. */
export function optionValues(tree: Tree, call: Call, spot: Extract<ValuesSpot, { at: 'options' }>): { readonly nodes: ValueNodes; readonly placeholders: string | null } {
  const argument = argumentAt(call, spot.index);
  if (call.arguments.some(({ type }) => type === 'SpreadElement')) return { nodes: UNKNOWN, placeholders: null };
  if (argument === null) return { nodes: { kind: 'absent' }, placeholders: null };
  // A list in the place of the options holds none of the keys.
  if (ownLiteral(tree, argument).type === 'ArrayExpression') return { nodes: { kind: 'absent' }, placeholders: null };
  const options = configObject(tree, argument);
  const keys = Object.entries(spot.keys).filter(([key]) => options !== null && propertyValue(options, key) !== null);
  const [only, second] = keys;
  if (options === null || second !== undefined) return { nodes: UNKNOWN, placeholders: null };
  return only === undefined ? { nodes: configValues(options, ''), placeholders: null } : { nodes: configValues(options, only[0]), placeholders: only[1] };
}

/** An object or list literal, written in place or in a constant that is read nowhere else; else the expression itself. */
export function ownLiteral(tree: Tree, node: Node): Node {
  const inner = unwrap(node);
  if (inner.type !== 'Identifier') return inner;
  const variable = tree.variableOf(inner);
  const init = variable === null ? null : constantInit(variable);
  if (variable === null || init === null || !isReadOnce(tree, variable)) return inner;
  const literal = unwrap(init);
  return literal.type === 'ObjectExpression' || literal.type === 'ArrayExpression' ? literal : inner;
}

/** The last property of that name; null when there is none. */
export function propertyValue(object: TSESTree.ObjectExpression, key: string): Node | null {
  let found: Node | null = null;
  for (const property of object.properties) if (property.type === 'Property' && propertyName(property) === key) found = property.value;
  return found;
}

function argumentAt(call: Call, index: number): Node | null {
  const before = call.arguments.slice(0, index + 1);
  return before.some((argument) => argument.type === 'SpreadElement') ? null : (before[index] ?? null);
}
