/**
 * Types in JSDoc: `@type {import('pg').Pool}`, `@param {PoolClient} client`, with the names of `@typedef {import('pg').Pool} Pool`
 * and `@import { Pool } from 'pg'`. Only plain names, imports, promises and `| null` are read; anything richer is unknown.
 */
import type { FunctionNode, Node } from '../syntax/nodes.js';
import { documentedParameter, documentedType } from '../syntax/documentation.js';
import { typeFrom } from './exports.js';
import { importedType } from './imports.js';
import { promiseOf, UNKNOWN, type Resolver, type Value } from './values.js';

const IMPORT_TYPE = /^import\(\s*(['"])([^'"]+)\1\s*\)\.([\w$]+)$/;
const TYPEDEF = /@typedef\s*\{([^}]*)\}\s*([\w$]+)/g;
const IMPORT_TAG = /@import\s*\{([^}]*)\}\s*from\s*['"]([^'"]+)['"]/g;

/** The JSDoc type of a variable's declaration; unknown when there is none. */
export function jsdocVariable(resolver: Resolver, declarator: Node): Value {
  const type = documentedType(resolver.tree, declarator);
  return type === null ? UNKNOWN : typeNamed(resolver, type);
}

/** The JSDoc type of a parameter by name, or by position where it has no name of its own. */
export function jsdocParameter(resolver: Resolver, node: FunctionNode, parameter: string | number): Value {
  const type = documentedParameter(resolver.tree, node, parameter);
  return type === null ? UNKNOWN : typeNamed(resolver, type);
}

/** A type expression of JSDoc. */
function typeNamed(resolver: Resolver, expression: string, depth = 0): Value {
  const text = expression.trim().replace(/^[?!]/, '').replace(/\s*\|\s*(?:null|undefined)$/, '').trim();
  if (depth > 3) return UNKNOWN;
  const promise = /^Promise\s*\.?<(.+)>$/.exec(text);
  if (promise !== null) return promiseOf(typeNamed(resolver, promise[1] ?? '', depth + 1));
  const imported = IMPORT_TYPE.exec(text);
  if (imported !== null) return typeFrom(resolver, imported[2] ?? '', imported[3] ?? '');
  const [head, member, ...rest] = text.split('.');
  if (head === undefined || rest.length > 0 || !/^[\w$]+$/.test(head)) return UNKNOWN;
  const variable = resolver.tree.topLevelVariable(head);
  if (variable !== null) return importedType(resolver, variable, member ?? null);
  return member === undefined ? fromComments(resolver, head, depth) : UNKNOWN;
}

/** A name that only comments declare. */
function fromComments(resolver: Resolver, name: string, depth: number): Value {
  for (const comment of resolver.tree.comments) {
    if (!comment.value.includes('@')) continue;
    for (const [, type, alias] of comment.value.matchAll(TYPEDEF)) if (alias === name) return typeNamed(resolver, type ?? '', depth + 1);
    for (const [, names, specifier] of comment.value.matchAll(IMPORT_TAG)) {
      for (const entry of (names ?? '').split(',')) {
        const [original, alias] = entry.trim().split(/\s+as\s+/);
        if (original !== undefined && (alias ?? original) === name) return typeFrom(resolver, specifier ?? '', original);
      }
    }
  }
  return UNKNOWN;
}
