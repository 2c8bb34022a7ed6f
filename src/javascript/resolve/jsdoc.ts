/**
 * Types in JSDoc: `@type {import('pg').Pool}`, `@param {PoolClient} client`, with the names of `@typedef {import('pg').Pool} Pool`
 * and `@import { Pool } from 'pg'`. Only plain names, imports, promises and `| null` are read; anything richer is unknown.
 */
import type { FunctionNode, Node } from '../syntax/nodes.js';
import { documentedParameter, documentedType } from '../syntax/documentation.js';
import type { Tree } from '../syntax/tree.js';
import { typedHandle } from './drivers.js';
import { importedType } from './imports.js';
import { promiseOf, UNKNOWN, type Resolver, type Value } from './values.js';

const IMPORT_TYPE = /^import\(\s*(['"])([^'"]+)\1\s*\)\.([\w$]+)$/;
const TYPEDEF = /@typedef\s*\{([^}]*)\}\s*([\w$]+)/g;
const IMPORT_TAG = /@import\s*\{([^}]*)\}\s*from\s*['"]([^'"]+)['"]/g;

/** The JSDoc type of a variable's declaration; unknown when there is none. */
export function jsdocVariable(resolver: Resolver, declarator: Node): Value {
  const type = documentedType(resolver.tree, declarator);
  return type === null ? UNKNOWN : typeNamed(resolver.tree, type);
}

/** The JSDoc type of a parameter by name, or by position where it has no name of its own. */
export function jsdocParameter(resolver: Resolver, node: FunctionNode, parameter: string | number): Value {
  const type = documentedParameter(resolver.tree, node, parameter);
  return type === null ? UNKNOWN : typeNamed(resolver.tree, type);
}

/** A type expression of JSDoc. */
function typeNamed(tree: Tree, expression: string, depth = 0): Value {
  const text = expression.trim().replace(/^[?!]/, '').replace(/\s*\|\s*(?:null|undefined)$/, '').trim();
  if (depth > 3) return UNKNOWN;
  const promise = /^Promise\s*\.?<(.+)>$/.exec(text);
  if (promise !== null) return promiseOf(typeNamed(tree, promise[1] ?? '', depth + 1));
  const imported = IMPORT_TYPE.exec(text);
  if (imported !== null) return typedHandle(imported[2] ?? '', imported[3] ?? '');
  const [head, member, ...rest] = text.split('.');
  if (head === undefined || rest.length > 0 || !/^[\w$]+$/.test(head)) return UNKNOWN;
  const variable = tree.topLevelVariable(head);
  if (variable !== null) return importedType(variable, member ?? null);
  return member === undefined ? fromComments(tree, head, depth) : UNKNOWN;
}

/** A name that only comments declare. */
function fromComments(tree: Tree, name: string, depth: number): Value {
  for (const comment of tree.comments) {
    if (!comment.value.includes('@')) continue;
    for (const [, type, alias] of comment.value.matchAll(TYPEDEF)) if (alias === name) return typeNamed(tree, type ?? '', depth + 1);
    for (const [, names, specifier] of comment.value.matchAll(IMPORT_TAG)) {
      for (const entry of (names ?? '').split(',')) {
        const [original, alias] = entry.trim().split(/\s+as\s+/);
        if (original !== undefined && (alias ?? original) === name) return typedHandle(specifier ?? '', original);
      }
    }
  }
  return UNKNOWN;
}
