/** Which nodes may send SQL: the walk collects these, and everything else is never looked at. */
import type { TSESTree } from '@typescript-eslint/utils';
import { queryMembers, tellingMembers } from '../resolve/drivers.js';
import { beginsAsStatement } from '../resolve/gates.js';
import { propertyName, unwrap, type Node } from '../syntax/nodes.js';
import { constantInit } from '../syntax/plain-values.js';
import type { Tree } from '../syntax/tree.js';

/** A call, `new` or tag whose receiver could be a driver's handle, or a call of a function that could pass a text on to one. */
export type Candidate = TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression;

export function isCandidate(node: Node): node is Candidate {
  if (node.type === 'TaggedTemplateExpression') return true;
  if (node.type === 'NewExpression') return node.arguments.length > 0;
  return node.type === 'CallExpression' && (isQueryMember(node) || node.arguments.some(mayHoldText));
}

/** A call of a member that sends SQL on some handle. */
export function isQueryMember(node: TSESTree.CallExpression): boolean {
  const callee = unwrap(node.callee);
  const name = callee.type === 'MemberExpression' ? propertyName(callee) : null;
  return name !== null && queryMembers.has(name);
}

/** Whether a text that begins as a statement is passed, or stands in the template. */
export function sendsStatement(tree: Tree, node: Exclude<Candidate, TSESTree.NewExpression>): boolean {
  return node.type === 'TaggedTemplateExpression' ? isStatement(tree, node.quasi) : passesStatement(tree, node);
}

/** Whether the node says by itself that it sends something: by the name of the member, or by such a text. */
export function isTelling(tree: Tree, node: Candidate): boolean {
  if (node.type === 'NewExpression') return false;
  if (node.type === 'TaggedTemplateExpression') return sendsStatement(tree, node);
  const callee = unwrap(node.callee);
  const name = callee.type === 'MemberExpression' ? propertyName(callee) : null;
  return (name !== null && tellingMembers.has(name)) || passesStatement(tree, node);
}

function mayHoldText(argument: Node): boolean {
  return ['Literal', 'TemplateLiteral', 'BinaryExpression', 'Identifier', 'ObjectExpression'].includes(argument.type);
}

/** Whether a text that begins as a statement is passed, in place or in a constant, alone or as a part of a config object. */
export function passesStatement(tree: Tree, { arguments: [...passed] }: TSESTree.CallExpression): boolean {
  return passed.some((argument) => {
    const node = constantOf(tree, argument);
    if (node.type !== 'ObjectExpression') return isStatement(tree, node);
    return node.properties.some((property) => property.type === 'Property' && isStatement(tree, constantOf(tree, property.value)));
  });
}

function constantOf(tree: Tree, node: Node): Node {
  const inner = unwrap(node);
  const variable = inner.type === 'Identifier' ? tree.variableOf(inner) : null;
  return (variable === null ? null : constantInit(variable)) ?? inner;
}

function isStatement(tree: Tree, node: Node): boolean {
  let first = node;
  while (first.type === 'BinaryExpression' && first.left.type !== 'PrivateIdentifier') first = first.left;
  if (first.type !== 'TemplateLiteral' && (first.type !== 'Literal' || typeof first.value !== 'string')) return false;
  return beginsAsStatement(tree.text.slice(first.range[0], first.range[1]));
}
