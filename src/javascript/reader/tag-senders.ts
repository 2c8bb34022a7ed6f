/** Whether a handle that is a template tag is used as one. */
import type { Variable } from '@typescript-eslint/scope-manager';
import { packagesNameOneOf } from '../resolve/packages.js';
import { awaited, type Resolver } from '../resolve/values.js';
import { propertyName, type Node } from '../syntax/nodes.js';
import type { Call } from './arguments.js';

/**
 * What is seen of a handle: SQL is sent by it as a tag, another driver takes it, it is gone to whoever imports it, passed to somebody who may
 * do anything with it, used in another way.
 */
type Use = 'sent' | 'taken' | 'gone' | 'passed' | 'other';

/** `const sql = postgres(); const shared = sql;` */
const MAX_DEPTH = 4;

/**
 * Whether SQL goes out in template tags of what a call creates: in this file, or, where the file gives it away or does nothing with it
 * yet, in others, unless the package has a library that takes it and sends no tags (`takers`).
 */
export function sendsTags(resolver: Resolver, call: Call, takers: readonly string[]): boolean {
  const uses = usesOf(resolver, call);
  if (uses.has('sent')) return true;
  if (uses.has('taken') || (!uses.has('gone') && uses.size > 0)) return false;
  const { file } = resolver.tree;
  return file === undefined || !packagesNameOneOf(file, takers);
}

function usesOf(resolver: Resolver, node: Node, uses: Set<Use> = new Set(), depth = 0): Set<Use> {
  const { tree } = resolver;
  const parent = tree.parentOf(node);
  if (depth > MAX_DEPTH) return uses.add('passed');
  switch (parent?.type) {
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'AwaitExpression':
    case 'LogicalExpression':
    case 'ConditionalExpression':
      return usesOf(resolver, parent, uses, depth);
    case 'TaggedTemplateExpression':
      if (parent.tag === node) uses.add('sent');
      return uses;
    case 'MemberExpression':
      if (parent.object === node) addMember(parent);
      return uses;
    case 'CallExpression':
    case 'NewExpression':
      // `sql(columns)` makes a piece of a tag.
      uses.add(parent.callee === node ? 'sent' : isTaken(parent) ? 'taken' : 'passed');
      return uses;
    case 'Property':
      if (parent.value === node) addHolder(parent);
      return uses;
    case 'VariableDeclarator':
      if (parent.id.type !== 'Identifier') return uses.add('passed');
      if (isExported(parent)) uses.add('gone');
      return addVariable(tree.variableOf(parent.id));
    case 'AssignmentExpression':
      if (parent.right !== node) return uses;
      if (parent.left.type === 'Identifier') return addVariable(tree.variableOf(parent.left));
      return addField(parent.left);
    case 'PropertyDefinition': {
      const name = propertyName(parent);
      if (name !== null) for (const member of tree.thisMembers(name)) usesOf(resolver, member, uses, depth + 1);
      return uses.add('gone');
    }
    case 'ExpressionStatement':
      return uses;
    default:
      return uses.add('gone');
  }

  function addVariable(variable: Variable | null): Set<Use> {
    if (variable === null) return uses.add('gone');
    for (const reference of variable.references) {
      if (reference.isRead()) usesOf(resolver, reference.identifier, uses, depth + 1);
    }
    return uses;
  }

  /** `this.sql = postgres()`, `globalThis.sql = …`. */
  function addField(target: Node): Set<Use> {
    const name = target.type === 'MemberExpression' && target.object.type === 'ThisExpression' ? propertyName(target) : null;
    if (name !== null) for (const member of tree.thisMembers(name)) usesOf(resolver, member, uses, depth + 1);
    return uses.add('gone');
  }

  /** A transaction and a reserved connection are tags, too; other methods say nothing. */
  function addMember(member: Node): void {
    const value = resolver.expression(member);
    const does = value.kind === 'member' ? value.facts.does : null;
    if (does !== 'close') uses.add(does === 'transaction' || does === 'acquire' ? 'sent' : 'other');
  }

  /** Another driver makes something of its own of it. */
  function isTaken(outer: Call): boolean {
    return awaited(resolver.expression(outer)).kind === 'handle';
  }

  /** `drizzle({ client })`, `new Kysely({ dialect: new PostgresJSDialect({ postgres: sql }) })`. */
  function addHolder(property: Node): void {
    let holder: Node | null = property;
    while (holder !== null && (holder.type === 'Property' || holder.type === 'ObjectExpression' || (holder.type === 'NewExpression' && holder !== property))) {
      if (holder.type === 'NewExpression' && isTaken(holder)) break;
      holder = tree.parentOf(holder);
    }
    if (holder?.type === 'CallExpression' || holder?.type === 'NewExpression') uses.add(isTaken(holder) ? 'taken' : 'passed');
    else uses.add('gone');
  }

  function isExported(declarator: Node): boolean {
    const declaration = tree.parentOf(declarator);
    return declaration !== null && tree.parentOf(declaration)?.type === 'ExportNamedDeclaration';
  }
}
