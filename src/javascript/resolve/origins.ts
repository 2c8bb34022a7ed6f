/** Which module does an expression come from? Asked of whatever is no driver: a framework's server, router, decorator or type. */
import type { Definition } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { annotationOf, isFunction, propertyName, requiredModule, unwrap, type FunctionNode, type Node } from '../syntax/nodes.js';
import type { Tree } from '../syntax/tree.js';

export interface Origin {
  /** The import specifier. */
  readonly module: string;
  /** The name of the export; null for the module as a whole and for what its exports made. */
  readonly name: string | null;
  /** Whether it is what a call of an export gave: `express()`, `new Hono().basePath('/api')`. */
  readonly isMade: boolean;
}

/** Longer ways are not followed. */
const MAX_STEPS = 12;

/** Null when it comes from this file, from a global, or from where nobody can tell. */
export function originOf(tree: Tree, expression: Node, steps = 0): Origin | null {
  if (steps > MAX_STEPS) return null;
  const node = unwrap(expression);
  const next = (inner: Node): Origin | null => originOf(tree, inner, steps + 1);
  switch (node.type) {
    case 'Identifier': {
      const definition = tree.variableOf(node)?.defs[0];
      return definition === undefined ? null : originOfDefinition(tree, definition, node.name, next);
    }
    case 'MemberExpression': {
      if (node.object.type === 'ThisExpression') return originOfField(tree, node, next);
      const object = next(node.object);
      return object === null ? null : member(object, propertyName(node));
    }
    case 'CallExpression': {
      const specifier = requiredModule(node);
      return specifier === null ? made(next(node.callee)) : { module: specifier, name: null, isMade: false };
    }
    case 'NewExpression':
      return made(next(node.callee));
    case 'AwaitExpression':
      return next(node.argument);
    case 'ImportExpression': {
      const specifier = requiredModule(node);
      return specifier === null ? null : { module: specifier, name: null, isMade: false };
    }
    case 'AssignmentExpression':
      return next(node.right);
    case 'LogicalExpression':
      return next(node.right);
    default:
      return null;
  }
}

function made(origin: Origin | null): Origin | null {
  return origin === null ? null : { module: origin.module, name: null, isMade: true };
}

/** `http.createServer`, `express.Router`; a property of what an export made belongs to it. */
function member(origin: Origin, name: string | null): Origin {
  return origin.isMade || name === null ? { ...origin, name: null } : { ...origin, name };
}

function originOfDefinition(tree: Tree, definition: Definition, name: string, next: (node: Node) => Origin | null): Origin | null {
  switch (definition.type) {
    case 'ImportBinding':
      return originOfImport(definition);
    case 'Variable': {
      const { id, init } = definition.node;
      const annotation = annotationOf(id);
      if (annotation !== null && init === null) return originOfType(tree, annotation);
      const origin = init === null ? null : next(init);
      return origin !== null && id.type === 'ObjectPattern' ? member(origin, destructuredName(id, name)) : origin;
    }
    case 'Parameter':
      return isFunction(definition.node) ? originOfParameter(tree, definition.node, definition.name, next) : null;
    default:
      return null;
  }
}

function originOfImport({ node, parent }: Extract<Definition, { type: 'ImportBinding' }>): Origin | null {
  if (node.type === 'TSImportEqualsDeclaration') {
    const { moduleReference } = node;
    const specifier = moduleReference.type === 'TSExternalModuleReference' && moduleReference.expression.type === 'Literal' ? moduleReference.expression.value : null;
    return typeof specifier === 'string' ? { module: specifier, name: null, isMade: false } : null;
  }
  if (parent?.type !== 'ImportDeclaration') return null;
  const module = parent.source.value;
  // A default export is the module as a whole to code that was written for CommonJS.
  if (node.type !== 'ImportSpecifier') return { module, name: null, isMade: false };
  return { module, name: node.imported.type === 'Identifier' ? node.imported.name : node.imported.value, isMade: false };
}

/** The key under which a pattern takes a name out. */
function destructuredName(pattern: TSESTree.ObjectPattern, name: string): string | null {
  for (const property of pattern.properties) {
    if (property.type !== 'Property') continue;
    const target = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    if (target.type === 'Identifier' && target.name === name) return propertyName(property);
  }
  return null;
}

/** By its type, or as what a framework passes to a function that it got: `io.on('connection', (socket) => …)`. */
function originOfParameter(tree: Tree, node: FunctionNode, identifier: Node, next: (node: Node) => Origin | null): Origin | null {
  const annotation = annotationOf(identifier);
  if (annotation !== null) return made(originOfType(tree, annotation));
  const call = tree.parentOf(node);
  return call?.type === 'CallExpression' && call.callee !== node && node.params.some((parameter) => parameter === identifier) ? made(next(call.callee)) : null;
}

/** `this.app = express()`, in whichever method. */
function originOfField(tree: Tree, field: TSESTree.MemberExpression, next: (node: Node) => Origin | null): Origin | null {
  const name = propertyName(field);
  if (name === null) return null;
  for (const place of tree.thisMembers(name)) {
    const parent = tree.parentOf(place);
    if (parent?.type === 'AssignmentExpression' && parent.left === place) return next(parent.right);
  }
  return null;
}

/** The module that a type comes from, and its name there: `Response`, `express.Response`, `Promise<…>` of a type. */
export function originOfType(tree: Tree, type: Node): Origin | null {
  if (type.type !== 'TSTypeReference') return null;
  const { typeName } = type;
  if (typeName.type === 'Identifier') return originOf(tree, typeName);
  if (typeName.type !== 'TSQualifiedName' || typeName.left.type !== 'Identifier') return null;
  const namespace = originOf(tree, typeName.left);
  return namespace === null ? null : member(namespace, typeName.right.name);
}
