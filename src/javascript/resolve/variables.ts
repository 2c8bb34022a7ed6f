/** What a variable holds: imports, declarations, every assignment, parameters, destructuring on the way. */
import type { Definition, Reference, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { annotationOf, isFunction } from '../syntax/nodes.js';
import { valueOfImport } from './imports.js';
import { jsdocVariable } from './jsdoc.js';
import { propertyOf } from './members.js';
import { valueOfParameter } from './parameters.js';
import { follow, patternRoot, type Step } from './patterns.js';
import { awaited, extended, join, NOTHING, UNKNOWN, type Resolver, type Value } from './values.js';

export function valueOfVariable(resolver: Resolver, variable: Variable): Value {
  const [definition, second] = variable.defs;
  if (definition === undefined) return UNKNOWN;
  switch (definition.type) {
    case 'ImportBinding':
      return valueOfImport(resolver, definition);
    case 'FunctionName':
      return second === undefined && isFunction(definition.node) ? { kind: 'function', node: definition.node, home: resolver } : UNKNOWN;
    case 'ClassName':
      return { kind: 'class', node: definition.node, home: resolver };
    case 'Parameter':
      return valueOfParameter(resolver, variable, definition);
    case 'Variable':
      return valueOfDeclaration(resolver, variable, definition);
    default:
      return UNKNOWN;
  }
}

function valueOfDeclaration(resolver: Resolver, variable: Variable, definition: Extract<Definition, { type: 'Variable' }>): Value {
  const written = join(variable.references.filter((reference) => reference.isWrite()).map((reference) => valueOfWrite(resolver, reference)));
  const annotation = annotationOf(definition.name);
  // `const pool: MyPool = new Pool()`.
  if (written.kind !== 'unknown' && written.kind !== 'nothing') return annotation !== null && isOfAnotherType(resolver.type(annotation)) ? extended(written) : written;
  const declared = annotation === null ? jsdocVariable(resolver, definition.node) : resolver.type(annotation);
  return declared.kind === 'unknown' ? UNKNOWN : declared;
}

function isOfAnotherType(declared: Value): boolean {
  return declared.kind !== 'promise' && (declared.kind !== 'handle' || declared.isExtended === true);
}

/** The value that one write puts into the variable. */
function valueOfWrite(resolver: Resolver, reference: Reference): Value {
  const { tree } = resolver;
  const steps: Step[] = [];
  const target = patternRoot(resolver, reference.identifier, steps);
  if (target === null) return UNKNOWN;
  const parent = tree.parentOf(target);
  if (parent?.type === 'VariableDeclarator' && parent.id === target) {
    const loop = tree.parentOf(tree.parentOf(parent) ?? parent);
    if (parent.init === null) return loop?.type === 'ForOfStatement' ? follow(resolver, elementOf(resolver, loop), steps) : NOTHING;
    return follow(resolver, resolver.expression(parent.init), steps);
  }
  if (parent?.type === 'AssignmentExpression' && parent.left === target) {
    if (!['=', '??=', '||='].includes(parent.operator)) return UNKNOWN;
    return follow(resolver, resolver.expression(parent.right), steps);
  }
  return UNKNOWN;
}

/** `for (const row of rows)`. */
function elementOf(resolver: Resolver, loop: TSESTree.ForOfStatement): Value {
  const list = awaited(resolver.expression(loop.right));
  return list.kind === 'handle' && list.facts.role === 'rows' ? propertyOf(resolver, list, '0') : UNKNOWN;
}
