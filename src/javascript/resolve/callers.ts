/** Who calls a function, in its own file and in all others of the package, and what does each call pass? */
import type { TSESTree } from '@typescript-eslint/utils';
import { isClass, isFunction, propertyName, type ClassNode, type FunctionNode, type Node } from '../syntax/nodes.js';
import { walk, type Tree } from '../syntax/tree.js';
import { importersOf, mentionsOf } from './importers.js';
import type { Resolver, Value } from './values.js';

/** A call, with the resolver of the file that it stands in. */
export interface Call {
  readonly by: Resolver;
  readonly call: TSESTree.CallExpression | TSESTree.NewExpression;
}

export interface Callers {
  readonly calls: readonly Call[];
  /** Whether objects that nobody knows may have other calls of it. */
  readonly isPartial: boolean;
}

/** A function, or the class whose constructor it is. */
type Callee = FunctionNode | ClassNode;

/** Null where the function is handed on somewhere, so that nobody knows who calls it. `home`: of the function's file. */
export function callersOf(home: Resolver, node: FunctionNode): Callers | null {
  const { tree } = home;
  const method = tree.parentOf(node);
  if (method?.type !== 'MethodDefinition') return callersOfName(home, node);
  const owner = tree.parentOf(tree.parentOf(method) ?? method);
  if (owner === null || !isClass(owner)) return null;
  return method.kind === 'constructor' ? callersOfName(home, owner) : method.kind === 'method' ? callersOfMethod(home, node, propertyName(method)) : null;
}

function callersOfName(home: Resolver, callee: Callee): Callers | null {
  const { tree } = home;
  const calls: Call[] = [];
  const add = (by: Resolver, mention: Node): boolean => {
    const found = callAt(by, mention, callee);
    if (found === 'lost') return false;
    calls.push(...(found ?? []));
    return true;
  };
  const holder = holderOf(tree, callee);
  if (holder === null) return null;
  const variable = holder.name === null ? null : tree.variableOf(holder.name);
  let { isExported } = holder;
  for (const reference of variable?.references ?? []) {
    if (reference.isWrite()) {
      if (reference.init !== true) return null;
    } else if (isExportOf(tree, reference.identifier)) isExported = true;
    else if (!add(home, reference.identifier)) return null;
  }
  if (!isExported) return { calls, isPartial: false };
  const importers = importersOf(home);
  if (importers === null) return null;
  const isKnown = importers.files.every((importer) => mentionsOf(importer, importers).every((mention) => add(importer, mention)));
  return isKnown ? { calls, isPartial: false } : null;
}

/** The name under which a file has the function, or the object that holds it, and whether others can get at it; null for any other place. */
function holderOf(tree: Tree, callee: Callee): { readonly name: Node | null; readonly isExported: boolean } | null {
  let value: Node = callee;
  for (let parent = tree.parentOf(value); parent !== null; parent = tree.parentOf(value)) {
    switch (parent.type) {
      case 'Property':
      case 'ObjectExpression':
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
        value = parent;
        break;
      case 'VariableDeclarator':
        return parent.id.type === 'Identifier' ? { name: parent.id, isExported: isExportStatement(tree, tree.parentOf(parent)) } : null;
      case 'AssignmentExpression':
        return isExportOf(tree, value) ? { name: null, isExported: true } : null;
      case 'ExportDefaultDeclaration':
        return { name: value === callee ? (callee.id ?? null) : null, isExported: true };
      case 'ExportNamedDeclaration':
        return { name: value === callee ? (callee.id ?? null) : null, isExported: true };
      default:
        return (isFunction(value) || isClass(value)) && value.type.endsWith('Declaration') && value.id !== null ? { name: value.id, isExported: false } : null;
    }
  }
  return null;
}

function isExportStatement(tree: Tree, declaration: Node | null): boolean {
  return declaration !== null && tree.parentOf(declaration)?.type === 'ExportNamedDeclaration';
}

/** `export { find }`, `export default find`, `module.exports = find`, `module.exports = { find }`, `exports.find = find`. */
function isExportOf(tree: Tree, node: Node): boolean {
  let value = node;
  for (let parent = tree.parentOf(value); parent !== null; parent = tree.parentOf(value)) {
    switch (parent.type) {
      case 'Property':
      case 'ObjectExpression':
      case 'SpreadElement':
        value = parent;
        break;
      case 'AssignmentExpression':
        if (parent.right !== value) return false;
        if (isCommonjs(parent.left)) return true;
        value = parent;
        break;
      default:
        return parent.type === 'ExportSpecifier' || parent.type === 'ExportDefaultDeclaration';
    }
  }
  return false;
}

function isCommonjs(target: Node): boolean {
  if (target.type === 'Identifier') return target.name === 'exports';
  return target.type === 'MemberExpression' && (isCommonjs(target.object) || (target.object.type === 'Identifier' && target.object.name === 'module' && propertyName(target) === 'exports'));
}

/** Calls of a method on objects that are known to have it: `this.find(…)`, `repository.find(…)`. */
function callersOfMethod(home: Resolver, node: FunctionNode, name: string | null): Callers | null {
  if (name === null) return null;
  const calls: Call[] = [];
  let isPartial = false;
  for (const by of [home, ...(importersOf(home)?.files ?? [])]) {
    walk(by.tree.ast, by.tree.visitorKeys, (call) => {
      if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression' || propertyName(call.callee) !== name) return;
      const value = by.expression(call.callee);
      if (isCallee(value, node)) calls.push({ by, call });
      else if (value.kind === 'unknown') isPartial = true;
    });
  }
  return { calls, isPartial: isPartial || importersOf(home) === null };
}

/**
 * What a mention of a name does with the function: calls of it; null when it has nothing to do with it; `lost` when it hands it on, alone or
 * in the object that holds it.
 */
function callAt(by: Resolver, mention: Node, callee: Callee): readonly Call[] | 'lost' | null {
  const { tree } = by;
  let current = mention;
  for (;;) {
    const parent = tree.parentOf(current);
    const value = by.expression(current);
    if (isCallee(value, callee)) return useOf(by, current, parent);
    if (parent?.type === 'MemberExpression' && parent.object === current && propertyName(parent) !== null) current = parent;
    else return holds(value, callee) && isHandedOn(parent) ? 'lost' : null;
  }
}

function isCallee(value: Value, callee: Callee): boolean {
  return (value.kind === 'function' || value.kind === 'class') && value.node === callee;
}

/** Whether the function may be in there. */
function holds(value: Value, callee: Callee): boolean {
  if (value.kind === 'declared') return holds(value.rest(), callee);
  return value.kind === 'module' || (value.kind === 'object' && value.node.range[0] <= callee.range[0] && value.node.range[1] >= callee.range[1]);
}

/** Whether somebody else gets a value: it is an argument, a part of something, returned. Types and tests keep nothing. */
function isHandedOn(parent: Node | null): boolean {
  return parent !== null && !parent.type.startsWith('TS') && parent.type !== 'MemberExpression' && parent.type !== 'BinaryExpression' && parent.type !== 'ExpressionStatement';
}

function useOf(by: Resolver, node: Node, parent: Node | null): readonly Call[] | 'lost' | null {
  if ((parent?.type === 'CallExpression' || parent?.type === 'NewExpression') && parent.callee === node) return [{ by, call: parent }];
  if (parent !== null && isClass(parent) && parent.superClass === node) return superCalls(by, parent);
  return isHandedOn(parent) ? 'lost' : null;
}

/** `super(…)` of a class that extends it; `lost` where the class has no constructor of its own: then its callers would count. */
function superCalls(by: Resolver, node: ClassNode): readonly Call[] | 'lost' {
  const calls: Call[] = [];
  walk(node.body, by.tree.visitorKeys, (inner) => {
    if (inner.type === 'CallExpression' && inner.callee.type === 'Super') calls.push({ by, call: inner });
  });
  return calls.length === 0 ? 'lost' : calls;
}
