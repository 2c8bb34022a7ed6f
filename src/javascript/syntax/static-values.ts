/** Strings and numbers that an expression certainly stands for, and lists of them. */
import type { TSESTree } from '@typescript-eslint/utils';
import { propertyName, stringValue, unwrap, type Node } from './nodes.js';
import { behindConstant } from './plain-values.js';
import type { Tree } from './tree.js';

/** A literal, a constant, a member of a constant object or of an enum; null when it is no string or number, or nobody can tell. */
export function staticValue(tree: Tree, expression: Node): string | number | null {
  const node = behindConstant(tree, expression);
  const text = stringValue(node);
  if (text !== null) return text;
  if (node.type === 'Literal') return typeof node.value === 'number' ? node.value : null;
  return node.type === 'MemberExpression' ? memberValue(tree, node) : null;
}

function memberValue(tree: Tree, member: TSESTree.MemberExpression): string | number | null {
  const { object } = member;
  const name = propertyName(member);
  if (name === null) return null;
  const variable = object.type === 'Identifier' ? tree.variableOf(object) : null;
  const definition = variable?.defs[0]?.node;
  if (definition?.type === 'TSEnumDeclaration') {
    const found = definition.body.members.find(({ id }) => (id.type === 'Identifier' ? id.name : stringValue(id)) === name);
    return found?.initializer ? staticValue(tree, found.initializer) : null;
  }
  const record = withoutFreeze(behindConstant(tree, object));
  if (record.type !== 'ObjectExpression') return null;
  const values = record.properties.map((property) => (property.type === 'Property' && propertyName(property) === name ? property.value : null));
  const [value, second] = values.filter((found) => found !== null);
  return value === undefined || second !== undefined || record.properties.some((property) => property.type === 'SpreadElement') ? null : staticValue(tree, value);
}

/** The elements of an array or a `new Set([…])`, written there or in a constant; null for other lists. */
export function staticElements(tree: Tree, expression: Node): readonly Node[] | null {
  const node = withoutFreeze(behindConstant(tree, expression));
  const list = node.type === 'NewExpression' && node.callee.type === 'Identifier' && node.callee.name === 'Set' && node.arguments[0] !== undefined ? behindConstant(tree, node.arguments[0]) : node;
  if (list.type !== 'ArrayExpression') return null;
  const elements = list.elements.flatMap((element) => (element === null || element.type === 'SpreadElement' ? [] : [element]));
  return elements.length === list.elements.length ? elements : null;
}

/** `Object.freeze({ … })` is what it freezes. */
function withoutFreeze(node: Node): Node {
  const [argument] = node.type === 'CallExpression' ? node.arguments : [];
  if (node.type !== 'CallExpression' || argument === undefined || node.callee.type !== 'MemberExpression') return node;
  return node.callee.object.type === 'Identifier' && node.callee.object.name === 'Object' && propertyName(node.callee) === 'freeze' ? unwrap(argument) : node;
}
