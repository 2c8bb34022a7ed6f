/** Members that the user adds to what drivers give, or asks for before they are called. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { HandleValue, Resolver } from '../resolve/values.js';
import { isFunction, propertyName, stringValue, unwrap, type Node } from '../syntax/nodes.js';
import { walk, type Tree } from '../syntax/tree.js';

/** Whether a member of that name may have been added: in this file, where the handle is made, or in a file that either loads for its effects. */
export function mayHaveBeenAdded(resolver: Resolver, handle: HandleValue, name: string): boolean {
  const homes = new Set([resolver, ...(handle.origin === null ? [] : [handle.origin.home])]);
  const loaded = [...homes].flatMap((home) => effectsOf(home));
  return [...homes, ...loaded].some(({ tree }) => addedIn(tree).has(name));
}

/** `import './patch.js'`, `require('./patch')`: files that are loaded and give nothing. */
function effectsOf(home: Resolver): Resolver[] {
  return home.tree.ast.body.flatMap((node) => {
    const specifier = node.type === 'ImportDeclaration' && node.specifiers.length === 0 ? node.source.value : node.type === 'ExpressionStatement' ? requiredIn(node.expression) : null;
    const loaded = specifier === null || !specifier.startsWith('.') ? null : home.imported(specifier);
    return loaded === null ? [] : [loaded];
  });
}

function requiredIn(node: Node): string | null {
  const [argument] = node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require' ? node.arguments : [];
  return argument === undefined ? null : stringValue(argument);
}

const known = new WeakMap<Tree, ReadonlySet<string>>();

/** The names of a file that are written to objects, asked for, or declared for types of other modules. */
function addedIn(tree: Tree): ReadonlySet<string> {
  const before = known.get(tree);
  if (before !== undefined) return before;
  const names = new Set<string>();
  walk(tree.ast, tree.visitorKeys, (node) => {
    for (const name of namesAddedBy(tree, node)) if (name !== null) names.add(name);
  });
  known.set(tree, names);
  return names;
}

function namesAddedBy(tree: Tree, node: Node): readonly (string | null)[] {
  switch (node.type) {
    case 'MemberExpression':
      return isCalled(tree, node) ? [] : [propertyName(node)];
    case 'BinaryExpression':
      return node.operator === 'in' && node.left.type !== 'PrivateIdentifier' ? [stringValue(node.left)] : [];
    case 'CallExpression':
      // `Object.defineProperty(pool, 'close', …)`, `vi.spyOn(pool, 'close')`.
      return [...node.arguments.flatMap(functionKeys), ...node.arguments.slice(1).map(stringValue)];
    case 'TSMethodSignature':
    case 'TSPropertySignature':
      return isOfOtherModule(tree, node) ? [node.key.type === 'Identifier' ? node.key.name : stringValue(node.key)] : [];
    default:
      return [];
  }
}

/** In `declare module 'pg' { interface Pool { … } }`. */
function isOfOtherModule(tree: Tree, node: Node): boolean {
  let outer = tree.parentOf(node);
  while (outer !== null && outer.type !== 'TSModuleDeclaration') outer = tree.parentOf(outer);
  return outer !== null;
}

/** `pool.close()`; what is written, read or tested without being called may be the user's own. */
function isCalled(tree: Tree, member: TSESTree.MemberExpression): boolean {
  let node: Node = member;
  for (;;) {
    const parent = tree.parentOf(node);
    if (parent === null) return false;
    if (parent.type === 'CallExpression' || parent.type === 'NewExpression') return parent.callee === node && !(parent.type === 'CallExpression' && parent.optional);
    if (unwrap(parent) !== member) return parent.type === 'MemberExpression' && parent.object === node;
    node = parent;
  }
}

/** The keys of functions in an object that is passed: `Object.assign(pool, { close() {} })`, `defineProperties(…)`. */
function functionKeys(argument: Node): (string | null)[] {
  if (argument.type !== 'ObjectExpression') return [];
  return argument.properties.map((property) => (property.type === 'Property' && (isFunction(property.value) || property.value.type === 'ObjectExpression') ? propertyName(property) : null));
}
