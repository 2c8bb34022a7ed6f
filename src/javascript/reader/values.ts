/** The model's `Values` over expressions of JavaScript. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Edits, Range, Values } from '../../model/words.js';
import type { ValuesShape } from '../../sql/findings.js';
import { isNullish, propertyName, unwrap, type Node } from '../syntax/nodes.js';
import { isPlainValue } from '../syntax/plain-values.js';
import type { Tree } from '../syntax/tree.js';
import { ownLiteral, type ValueNodes } from './arguments.js';

const NO_EDITS = { item: () => null, toList: () => null, wrap: () => null, unwrap: () => null, repeat: () => null };

/**
 * How a driver takes values: all in one argument; as the arguments themselves, where one list or record among them is taken apart; or so
 * that a list is one value like others.
 */
export type ValuesWay = 'one list' | 'rest' | 'separate';

/** Values that stand in the template, as its holes. */
export const HOLE_VALUES: Values = { shape: { kind: 'holes' }, range: null, ...NO_EDITS };
/** Values that come at another time. */
export const LATER_VALUES: Values = { shape: { kind: 'unknown' }, range: null, ...NO_EDITS };

export function readValues(tree: Tree, nodes: ValueNodes, way: ValuesWay): Values {
  switch (nodes.kind) {
    case 'absent':
      return { shape: { kind: 'absent' }, range: null, ...NO_EDITS };
    case 'unknown':
      return LATER_VALUES;
    case 'one':
      return oneValue(tree, nodes.node, way);
    case 'several':
      return severalValues(tree, nodes.nodes, way);
  }
}

function oneValue(tree: Tree, node: Node, way: ValuesWay): Values {
  const literal = ownLiteral(tree, node);
  const { range } = node;
  if (literal.type === 'ArrayExpression') return way === 'separate' ? listAsValue(tree, literal, range) : listValues(tree, literal, range);
  if (literal.type === 'ObjectExpression') return { shape: recordShape(literal), range, ...NO_EDITS, toList: (keys) => recordToList(tree, literal, keys, way) };
  if (!isPlainValue(tree, literal)) return { shape: { kind: 'unknown' }, range, ...NO_EDITS };
  const shape: ValuesShape = way !== 'one list' ? { kind: 'list', length: 1 } : { kind: 'scalar' };
  return { shape, range, ...NO_EDITS, item: (index) => (index === 0 ? range : null), wrap: () => around(range, '[', ']') };
}

/** A list where each value should be an argument of its own; an empty one gives none either way. */
function listAsValue(tree: Tree, list: TSESTree.ArrayExpression, range: Range): Values {
  const { shape } = listValues(tree, list, range);
  const isInPlace = list.range[0] === range[0] && list.range[1] === range[1];
  const brackets: Edits = [
    { range: [range[0], range[0] + 1], text: '' },
    { range: [range[1] - 1, range[1]], text: '' },
  ];
  const spread: Edits = [{ range: [range[0], range[0]], text: '...' }];
  if (shape.kind !== 'list' || shape.length === 0) return { shape: shape.kind === 'list' ? { kind: 'absent' } : shape, range, ...NO_EDITS };
  return { shape: { kind: 'oneList', length: shape.length }, range, ...NO_EDITS, unwrap: () => (isInPlace ? brackets : spread) };
}

function severalValues(tree: Tree, nodes: readonly Node[], way: ValuesWay): Values {
  const range: Range = [nodes[0]?.range[0] ?? 0, nodes.at(-1)?.range[1] ?? 0];
  const plain = nodes.every((node) => isPlainValue(tree, node) || isNullish(node));
  const item = (index: number): Range | null => nodes[index]?.range ?? null;
  if (!plain) return { shape: { kind: 'unknown' }, range, ...NO_EDITS };
  const kind = way !== 'one list' ? 'list' : 'spread';
  return { shape: { kind, length: nodes.length }, range, ...NO_EDITS, item, wrap: () => around(range, '[', ']') };
}

function listValues(tree: Tree, list: TSESTree.ArrayExpression, range: Range): Values {
  const { elements } = list;
  if (elements.some((element) => element === null || element.type === 'SpreadElement')) return { shape: { kind: 'unknown' }, range, ...NO_EDITS };
  const pure = elements.every((element) => element !== null && isPure(element));
  return {
    shape: { kind: 'list', length: elements.length, pure },
    range,
    item: (index) => elements[index]?.range ?? null,
    toList: () => null,
    wrap: () => null,
    unwrap: () => null,
    repeat: (order) => (pure ? listOf(tree, list, order.map((index) => elements[index] ?? null)) : null),
  };
}

function recordShape(object: TSESTree.ObjectExpression): ValuesShape {
  const keys: string[] = [];
  let closed = true;
  let pure = true;
  for (const property of object.properties) {
    const key = property.type === 'Property' && property.kind === 'init' && !property.method ? propertyName(property) : null;
    if (key === null || property.type !== 'Property') closed = false;
    else {
      keys.push(key);
      pure &&= isPure(property.value);
    }
  }
  // A key written twice: the last one counts, an order of values would not.
  return { kind: 'record', keys, closed: closed && new Set(keys).size === keys.length, pure };
}

/** Evaluating it earlier, later or twice gives the same and does nothing else. */
function isPure(expression: Node): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case 'Literal':
    case 'Identifier':
    case 'ThisExpression':
      return true;
    case 'MemberExpression':
      return isPure(node.object) && (!node.computed || isPure(node.property));
    case 'UnaryExpression':
      return node.operator !== 'delete' && isPure(node.argument);
    case 'TemplateLiteral':
      return node.expressions.every(isPure);
    case 'BinaryExpression':
      return node.left.type !== 'PrivateIdentifier' && isPure(node.left) && isPure(node.right);
    default:
      return false;
  }
}

/** `{ id: 1, name }` → `[1, name]`, in the order of the keys; `1, name` where each value is an argument of its own. */
function recordToList(tree: Tree, object: TSESTree.ObjectExpression, keys: readonly string[], way: ValuesWay): Edits {
  const byName = new Map<string, Node>();
  for (const property of object.properties) {
    const key = property.type === 'Property' ? propertyName(property) : null;
    if (key !== null && property.type === 'Property') byName.set(key, property.value);
  }
  return listOf(tree, object, keys.map((key) => byName.get(key) ?? null), way === 'separate' ? ['', ''] : ['[', ']']);
}

/** Writes a list literal in place of another literal; null when a comment would be lost or an item is missing. */
function listOf(tree: Tree, replaced: Node, items: readonly (Node | null)[], [open, close]: readonly [string, string] = ['[', ']']): Edits {
  if (tree.hasCommentIn(replaced.range)) return null;
  const texts: string[] = [];
  for (const item of items) {
    if (item === null) return null;
    const text = tree.text.slice(...item.range);
    texts.push(item.type === 'SequenceExpression' ? `(${text})` : text);
  }
  return [{ range: replaced.range, text: `${open}${texts.join(', ')}${close}` }];
}

function around(range: Range, before: string, after: string): Edits {
  return [
    { range: [range[0], range[0]], text: before },
    { range: [range[1], range[1]], text: after },
  ];
}
