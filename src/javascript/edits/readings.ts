/** Edits of the places where a result is read. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Edits, Range, ResultUse } from '../../model/words.js';
import { annotationOf, isFunction, propertyName, unwrap, type Node } from '../syntax/nodes.js';
import type { Tree } from '../syntax/tree.js';

type ReadingEdits = Pick<ResultUse, 'range' | 'through' | 'instead' | 'ofList' | 'awaitFirst'>;

/** The text that reads, and the verbs that change it. */
export function editsOf(tree: Tree, { node, object }: { readonly node: Node; readonly object: Node }): ReadingEdits {
  if (node.type === 'MemberExpression') return memberEdits(tree, node);
  if (node.type === 'ArrayPattern') {
    return { range: node.range, through: (path) => append(tree, object, path), instead: (path) => listPatternInstead(tree, node, path), ofList: () => null, awaitFirst: () => awaitObject(tree, object) };
  }
  if (node.type === 'Property') {
    return { range: node.range, through: (path) => append(tree, object, path), instead: (path) => (path.length === 0 ? recordPatternDropped(tree, node) : null), ofList: () => null, awaitFirst: () => awaitObject(tree, object) };
  }
  return { range: node.range, through: (path) => append(tree, object, path), instead: () => null, ofList: () => null, awaitFirst: () => awaitObject(tree, object) };
}

function memberEdits(tree: Tree, node: TSESTree.MemberExpression): ReadingEdits {
  const start = accessStart(tree, node);
  const range: Range = [accessPlace(tree, node), node.range[1]];
  return {
    range,
    through: (path) => (start === null ? null : [{ range: [start, start], text: written(path) }]),
    instead(path) {
      return start === null ? null : [{ range: [start, node.range[1]], text: written(path) }];
    },
    ofList() {
      const row = unwrap(node.object);
      const from = row.type === 'MemberExpression' && /^\d+$/.test(propertyName(row) ?? '') ? accessStart(tree, row) : null;
      if (from === null || start === null || tree.hasCommentIn([from, node.range[1]])) return null;
      return [{ range: [from, start], text: '' }];
    },
    awaitFirst: () => awaitObject(tree, node.object),
  };
}

/** Where the text of `.name` or `[0]` begins, whatever stands between it and the object. */
function accessPlace(tree: Tree, node: TSESTree.MemberExpression): number {
  const from = node.object.range[1];
  const between = tree.text.slice(from, node.property.range[0]);
  return from + Math.max(0, between.lastIndexOf(node.computed ? '[' : '.'));
}

/** Where `.name` or `[0]` begins, parentheses around the object left behind; null when a comment is in the way. */
function accessStart(tree: Tree, node: TSESTree.MemberExpression): number | null {
  const from = node.object.range[1];
  const between = tree.text.slice(from, node.property.range[0]);
  const match = node.computed ? /(?:\?\.)?\[\s*$/.exec(between) : /\??\.\s*$/.exec(between);
  return match === null || tree.hasCommentIn([from, node.range[1]]) ? null : from + match.index;
}

function written(path: readonly string[]): string {
  return path.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`)).join('');
}

/** `await query` → `(await query).rows`. */
function append(tree: Tree, object: Node, path: readonly string[]): Edits {
  const needsParentheses = !['Identifier', 'MemberExpression', 'CallExpression'].includes(object.type) && tree.text[object.range[0] - 1] !== '(';
  if (needsParentheses) {
    return [
      { range: [object.range[0], object.range[0]], text: '(' },
      { range: [object.range[1], object.range[1]], text: `)${written(path)}` },
    ];
  }
  const end = tree.text[object.range[0] - 1] === '(' && object.type === 'AwaitExpression' ? null : object.range[1];
  return end === null ? null : [{ range: [end, end], text: written(path) }];
}

/** `const [users] = …` → `const { rows: users } = …`. */
function listPatternInstead(tree: Tree, pattern: TSESTree.ArrayPattern, [property, ...rest]: readonly string[]): Edits {
  const [element, second] = pattern.elements;
  if (property === undefined || rest.length > 0 || element?.type !== 'Identifier' || second !== undefined) return null;
  if (annotationOf(pattern) !== null || tree.hasCommentIn(pattern.range)) return null;
  return [{ range: pattern.range, text: element.name === property ? `{ ${property} }` : `{ ${property}: ${element.name} }` }];
}

/** `const { rows } = …` → `const rows = …`. */
function recordPatternDropped(tree: Tree, property: TSESTree.Property): Edits {
  const pattern = tree.parentOf(property);
  if (pattern?.type !== 'ObjectPattern' || pattern.properties.length !== 1 || annotationOf(pattern) !== null) return null;
  if (property.value.type !== 'Identifier' || tree.hasCommentIn(pattern.range)) return null;
  return [{ range: pattern.range, text: property.value.name }];
}

/** `query.rows` → `(await query).rows`, where `await` may stand. */
function awaitObject(tree: Tree, object: Node): Edits {
  let outer = tree.parentOf(object);
  while (outer !== null && !isFunction(outer) && outer.type !== 'Program') outer = tree.parentOf(outer);
  if (outer === null || (isFunction(outer) && !outer.async)) return null;
  if (outer.type === 'Program' && tree.ast.sourceType !== 'module') return null;
  const parent = tree.parentOf(object);
  const bare = parent?.type === 'VariableDeclarator' || parent?.type === 'ForOfStatement' || tree.text[object.range[0] - 1] === '(';
  const [start, end] = object.range;
  if (bare) return [{ range: [start, start], text: 'await ' }];
  return [
    { range: [start, start], text: '(await ' },
    { range: [end, end], text: ')' },
  ];
}
