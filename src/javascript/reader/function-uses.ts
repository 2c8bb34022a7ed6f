/** Where a function goes: to a call, to another file, under a type. A framework calls what it gets there. */
import type { TSESTree } from '@typescript-eslint/utils';
import { annotationOf, isFunction, propertyName, type FunctionNode, type Node } from '../syntax/nodes.js';
import type { Tree } from '../syntax/tree.js';
import type { Call } from './arguments.js';

export type FunctionUse =
  /** It, or an object that holds it under `keys` (outermost first), is an argument. `isWrapped`: of a call that is itself the argument: `get('/', wrap(handler))`. */
  | { readonly kind: 'argument'; readonly call: Call; readonly keys: readonly string[]; readonly isWrapped: boolean }
  /** The file exports it, or an object that holds it under `keys`. */
  | { readonly kind: 'export'; readonly name: string; readonly keys: readonly string[] }
  /** It is declared with a type. */
  | { readonly kind: 'type'; readonly type: Node }
  /** It stands in an object that a variable or a property of this name holds. */
  | { readonly kind: 'member'; readonly of: string; readonly keys: readonly string[] };

/** Ways that are longer or wider than this are not followed. */
const MAX_STEPS = 12;
const MAX_USES = 40;

interface Way {
  readonly keys: readonly string[];
  readonly isWrapped: boolean;
  readonly steps: number;
}

export function usesOf(tree: Tree, node: FunctionNode): FunctionUse[] {
  const uses: FunctionUse[] = [];
  const seen = new Set<Node>();
  const start: Way = { keys: [], isWrapped: false, steps: 0 };
  if (node.type === 'FunctionDeclaration') followName(node.id, start);
  follow(node, start);
  return uses;

  function follow(value: Node, way: Way): void {
    const parent = tree.parentOf(value);
    if (parent === null || way.steps > MAX_STEPS || uses.length > MAX_USES || seen.has(value)) return;
    seen.add(value);
    const next: Way = { ...way, steps: way.steps + 1 };
    switch (parent.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
        uses.push({ kind: 'type', type: parent.typeAnnotation });
        follow(parent, next);
        return;
      case 'TSNonNullExpression':
      case 'ArrayExpression':
      case 'ChainExpression':
        follow(parent, next);
        return;
      case 'CallExpression':
      case 'NewExpression':
        if (parent.callee === value) return;
        uses.push({ kind: 'argument', call: parent, keys: way.keys, isWrapped: way.isWrapped });
        if (parent.type === 'CallExpression' && way.keys.length === 0) follow(parent, { ...next, isWrapped: true });
        return;
      case 'Property': {
        const name = propertyName(parent);
        if (parent.value === value && name !== null) follow(parent, { ...next, keys: [name, ...way.keys] });
        return;
      }
      case 'ObjectExpression': {
        const outer = tree.parentOf(parent);
        const name = outer?.type === 'Property' ? propertyName(outer) : null;
        if (name !== null) uses.push({ kind: 'member', of: name, keys: way.keys });
        follow(parent, next);
        return;
      }
      case 'VariableDeclarator':
        if (parent.init !== value || parent.id.type !== 'Identifier') return;
        uses.push(...typesOf(parent.id));
        if (way.keys.length > 0) uses.push({ kind: 'member', of: parent.id.name, keys: way.keys });
        followName(parent.id, next);
        if (isExported(parent)) uses.push({ kind: 'export', name: parent.id.name, keys: way.keys });
        return;
      case 'AssignmentExpression':
        if (parent.right === value) followAssignment(parent, next);
        return;
      case 'ExportDefaultDeclaration':
        uses.push({ kind: 'export', name: 'default', keys: way.keys });
        return;
      case 'ExportNamedDeclaration':
        if (value.type === 'FunctionDeclaration' && value.id !== null) uses.push({ kind: 'export', name: value.id.name, keys: way.keys });
        return;
      case 'ExportSpecifier':
        if (parent.local === value) uses.push({ kind: 'export', name: parent.exported.type === 'Identifier' ? parent.exported.name : parent.exported.value, keys: way.keys });
        return;
      default:
    }
  }

  /** Everything that a name in scope goes to. */
  function followName(identifier: Node | null, way: Way): void {
    const variable = identifier === null ? null : tree.variableOf(identifier);
    for (const reference of variable?.references ?? []) if (reference.isRead()) follow(reference.identifier, way);
  }

  /** `exports.handler = …`, `module.exports = …`, `users.list = …`, `handler = …`. */
  function followAssignment({ left }: TSESTree.AssignmentExpression, way: Way): void {
    if (left.type === 'Identifier') followName(left, way);
    if (left.type !== 'MemberExpression') return;
    const name = propertyName(left);
    if (name === null) return;
    const { object } = left;
    const isModule = object.type === 'Identifier' && object.name === 'module';
    const isExports = (object.type === 'Identifier' && object.name === 'exports') || (object.type === 'MemberExpression' && object.object.type === 'Identifier' && object.object.name === 'module');
    if (isExports) uses.push({ kind: 'export', name, keys: way.keys });
    else if (isModule && name === 'exports') uses.push(way.keys.length === 0 ? { kind: 'export', name: 'default', keys: [] } : { kind: 'export', name: way.keys[0] ?? '', keys: way.keys.slice(1) });
    else if (object.type === 'Identifier') uses.push({ kind: 'member', of: object.name, keys: [name, ...way.keys] });
  }

  function isExported(declarator: Node): boolean {
    const declaration = tree.parentOf(declarator);
    return declaration !== null && tree.parentOf(declaration)?.type === 'ExportNamedDeclaration';
  }
}

/** The method of a class that a function is the body of; null for other functions. */
export function methodOf(tree: Tree, node: FunctionNode): TSESTree.MethodDefinition | TSESTree.PropertyDefinition | null {
  const parent = tree.parentOf(node);
  return (parent?.type === 'MethodDefinition' || parent?.type === 'PropertyDefinition') && parent.value === node ? parent : null;
}

/** The name by which a function is known: its own, its variable's, its method's; null for one without a name. */
export function nameOf(tree: Tree, node: FunctionNode): string | null {
  if (node.id?.type === 'Identifier') return node.id.name;
  const parent = tree.parentOf(node);
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : null;
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property':
      return parent.value === node ? propertyName(parent) : null;
    case 'AssignmentExpression':
      if (parent.left.type === 'Identifier') return parent.left.name;
      return parent.left.type === 'MemberExpression' ? propertyName(parent.left) : null;
    default:
      return null;
  }
}

/** The function whose code a node belongs to; null at the top of the file. */
export function enclosingFunction(tree: Tree, node: Node): FunctionNode | null {
  let current = tree.parentOf(node);
  while (current !== null && !isFunction(current)) current = tree.parentOf(current);
  return current;
}

/** The type that a name is declared with. */
function typesOf(name: Node): FunctionUse[] {
  const type = annotationOf(name);
  return type === null ? [] : [{ kind: 'type', type }];
}
