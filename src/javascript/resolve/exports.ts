/** What the modules of a project export: ECMAScript's and CommonJS's forms, re-exports, types. */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { isClass, isFunction, propertyName, type Node } from '../syntax/nodes.js';
import type { Tree } from '../syntax/tree.js';
import { declaredModule, isDeclaredClass } from './declared-modules.js';
import { typedHandle } from './drivers.js';
import { propertyOf } from './members.js';
import { fromElsewhere, join, UNKNOWN, type Resolver, type Value } from './values.js';

type Named =
  /** A declaration of this file, by its name. */
  | { readonly of: 'file'; readonly name: string }
  /** Something of another module; `*` for all of it. */
  | { readonly of: 'module'; readonly specifier: string; readonly name: string };

interface Exports {
  readonly isEsm: boolean;
  readonly named: ReadonlyMap<string, Named>;
  /** `export default …`: an expression or declaration; also TypeScript's `export =`. */
  readonly default: Node | null;
  readonly isExportEquals: boolean;
  /** Specifiers of `export * from`. */
  readonly stars: readonly string[];
  /** What is assigned to `module.exports`, and to properties of it. */
  readonly whole: readonly Node[];
  readonly properties: ReadonlyMap<string, readonly Node[]>;
}

/** Re-exports are followed to this depth. */
const MAX_HOPS = 8;

const known = new WeakMap<Tree, Exports>();

function exportsOf(tree: Tree): Exports {
  const found = known.get(tree) ?? readExports(tree);
  known.set(tree, found);
  return found;
}

function readExports(tree: Tree): Exports {
  const named = new Map<string, Named>();
  const stars: string[] = [];
  let defaultExport: Node | null = null;
  let isExportEquals = false;
  let isEsm = false;
  for (const statement of tree.ast.body) {
    switch (statement.type) {
      case 'ImportDeclaration':
        isEsm = true;
        break;
      case 'ExportDefaultDeclaration':
        isEsm = true;
        defaultExport = statement.declaration;
        break;
      case 'TSExportAssignment':
        defaultExport = statement.expression;
        isExportEquals = true;
        break;
      case 'ExportAllDeclaration':
        isEsm = true;
        if (statement.exported === null) stars.push(statement.source.value);
        else named.set(nameOf(statement.exported), { of: 'module', specifier: statement.source.value, name: '*' });
        break;
      case 'ExportNamedDeclaration':
        isEsm = true;
        addNamed(named, statement);
        break;
      default:
    }
  }
  const properties = new Map<string, Node[]>();
  const whole = tree.commonjsMembers.flatMap((member) => assignedThrough(tree, member, properties));
  return { isEsm, named, default: defaultExport, isExportEquals, stars, whole, properties };
}

function addNamed(named: Map<string, Named>, { source, specifiers, declaration }: TSESTree.ExportNamedDeclaration): void {
  for (const { local, exported } of specifiers) {
    const name = nameOf(local);
    named.set(nameOf(exported), source === null ? { of: 'file', name } : { of: 'module', specifier: source.value, name });
  }
  if (declaration === null) return;
  if (declaration.type === 'VariableDeclaration') {
    for (const { id } of declaration.declarations) for (const name of namesIn(id)) named.set(name, { of: 'file', name });
  } else if ('id' in declaration && declaration.id?.type === 'Identifier') {
    named.set(declaration.id.name, { of: 'file', name: declaration.id.name });
  }
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

function namesIn(pattern: Node): string[] {
  if (pattern.type === 'Identifier') return [pattern.name];
  if (pattern.type === 'ObjectPattern') return pattern.properties.flatMap((property) => namesIn(property.type === 'Property' ? property.value : property.argument));
  if (pattern.type === 'ArrayPattern') return pattern.elements.flatMap((element) => (element === null ? [] : namesIn(element)));
  return pattern.type === 'AssignmentPattern' ? namesIn(pattern.left) : [];
}

/** The right side of `module.exports = …`; a property that is written, in whichever form, goes into the table. */
function assignedThrough(tree: Tree, member: TSESTree.MemberExpression, properties: Map<string, Node[]>): Node[] {
  const { object } = member;
  if (object.type !== 'Identifier' || tree.variableOf(object) !== null) return [];
  const name = propertyName(member);
  const target = object.name === 'module' && name === 'exports' ? member : null;
  if (object.name === 'module' && target === null) return [];
  const outer = tree.parentOf(member);
  // `exports.pool = …`, `module.exports.pool = …`; `module.exports = …`.
  const written = target === null ? member : outer?.type === 'MemberExpression' && outer.object === member ? outer : null;
  if (target !== null && written === null) return rightOf(tree, target);
  const property = written === null ? null : propertyName(written);
  if (written !== null && property !== null) properties.set(property, [...(properties.get(property) ?? []), ...rightOf(tree, written)]);
  return [];
}

function rightOf(tree: Tree, target: Node): Node[] {
  let assignment = tree.parentOf(target);
  if (assignment?.type !== 'AssignmentExpression' || assignment.left !== target) return [];
  // `module.exports = exports = …`, `exports.a = exports.b = …`.
  while (assignment.right.type === 'AssignmentExpression') assignment = assignment.right;
  return [assignment.right];
}

/** What a name that a module exports holds, `default` included. */
export function exportOf(home: Resolver, name: string, hops = 0): Value {
  return hops > MAX_HOPS ? UNKNOWN : fromElsewhere(findExport(home, name, hops));
}

function findExport(home: Resolver, name: string, hops: number): Value {
  const exports = exportsOf(home.tree);
  const named = exports.named.get(name);
  if (named !== undefined) return valueOfNamed(home, named, hops);
  if (name === 'default' && exports.default !== null) return valueOfDefault(home, exports.default);
  if (exports.isEsm) return name === 'default' ? UNKNOWN : valueOfStars(home, exports.stars, name, hops);
  if (exports.isExportEquals) return propertyOf(home, requiredFrom(home), name);
  const properties = exports.properties.get(name);
  if (properties !== undefined && properties.length > 0) return join(properties.map((node) => home.expression(node)));
  const whole = wholeOf(home, exports);
  return name === 'default' ? (exports.properties.size > 0 && whole.kind === 'unknown' ? { kind: 'module', home } : whole) : propertyOf(home, whole, name);
}

/** What `require()` of a module gives. */
export function requiredFrom(home: Resolver): Value {
  const exports = exportsOf(home.tree);
  if (exports.isExportEquals && exports.default !== null) return fromElsewhere(valueOfDefault(home, exports.default));
  if (exports.isEsm) return { kind: 'module', home };
  const whole = wholeOf(home, exports);
  const isModule = exports.properties.size > 0 ? whole.kind === 'unknown' || whole.kind === 'object' : exports.whole.length === 0;
  return isModule ? { kind: 'module', home } : whole;
}

function wholeOf(home: Resolver, { whole }: Exports): Value {
  return whole.length === 0 ? UNKNOWN : fromElsewhere(join(whole.map((node) => home.expression(node))));
}

function valueOfNamed(home: Resolver, named: Named, hops: number): Value {
  if (named.of === 'file') {
    const variable = home.tree.topLevelVariable(named.name);
    return variable === null ? UNKNOWN : home.variable(variable);
  }
  if (named.name === '*') return home.module(named.specifier);
  const module = home.module(named.specifier);
  return module.kind === 'module' ? exportOf(module.home, named.name, hops + 1) : propertyOf(home, module, named.name);
}

function valueOfDefault(home: Resolver, node: Node): Value {
  if (node.type === 'FunctionDeclaration' && isFunction(node)) return { kind: 'function', node, home };
  return node.type === 'ClassDeclaration' && isClass(node) ? { kind: 'class', node, home } : home.expression(node);
}

function valueOfStars(home: Resolver, stars: readonly string[], name: string, hops: number): Value {
  for (const specifier of stars) {
    const module = home.module(specifier);
    const value = module.kind === 'module' ? exportOf(module.home, name, hops + 1) : propertyOf(home, module, name);
    if (value.kind !== 'unknown') return value;
  }
  return UNKNOWN;
}

/** What has a type that a module exports: a driver's, one that the settings declare, or one of the project. */
export function typeFrom(resolver: Resolver, specifier: string, name: string, hops = 0): Value {
  const ofDriver = typedHandle(specifier, name);
  if (ofDriver.kind !== 'unknown' || hops > MAX_HOPS) return ofDriver;
  const declared = propertyOf(resolver, declaredModule(resolver.settings, specifier, () => UNKNOWN), name);
  if (isDeclaredClass(declared)) return declared;
  const home = resolver.imported(specifier);
  return home === null ? UNKNOWN : exportedType(home, name, hops);
}

function exportedType(home: Resolver, name: string, hops: number): Value {
  const { named, stars, default: defaultExport } = exportsOf(home.tree);
  const entry = named.get(name);
  if (entry?.of === 'module') return typeFrom(home, entry.specifier, entry.name, hops + 1);
  const variable = entry === undefined ? variableOfDefault(home, name === 'default' ? defaultExport : null) : home.tree.topLevelVariable(entry.name);
  if (variable !== null) return home.declaredType(variable);
  for (const specifier of stars) {
    const value = typeFrom(home, specifier, name, hops + 1);
    if (value.kind !== 'unknown') return value;
  }
  return UNKNOWN;
}

function variableOfDefault({ tree }: Resolver, node: Node | null): Variable | null {
  const identifier = node?.type === 'Identifier' ? node : node !== null && (isClass(node) || node.type === 'TSInterfaceDeclaration') ? node.id : null;
  return identifier === null ? null : tree.variableOf(identifier);
}
