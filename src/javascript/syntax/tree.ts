import type { Scope, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { propertyName, type Node } from './nodes.js';

/** A comment without its delimiters; `Block` or `Line`. In source order. */
export interface Comment {
  readonly type: string;
  readonly value: string;
  readonly range: readonly [number, number];
}

/** One parsed file with its scopes, whoever parsed it. */
export interface ParsedFile {
  readonly ast: TSESTree.Program;
  readonly text: string;
  readonly comments: readonly Comment[];
  readonly scopes: readonly Scope[];
  readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>>;
  /** Type lookups, when the file was parsed with type information; null otherwise. */
  readonly types: TypeLookup | null;
  /** The path relative to the folder that is linted, with `/`; absent where nobody tells. What frameworks call by file name depends on it. */
  readonly path?: string;
  /** The absolute path; absent for text that is no file. From there the other files of the project are found. */
  readonly file?: string;
  /** What the user's configuration says to plugins, as it is written; absent where nobody tells. */
  readonly settings?: unknown;
}

/** Guarded questions to TypeScript's checker. */
export interface TypeLookup {
  /** Name of the type of an expression and the file that declares it; null when unknown. Never throws. */
  typeOf(node: Node): { readonly name: string; readonly declaredIn: string } | null;
  /** Whether a file outside of packages declares the property for the type of an expression. Never throws. */
  isDeclaredByProject(node: Node, property: string): boolean;
}

/** A parsed file after its one walk: parents and variables can be asked for. */
export interface Tree extends ParsedFile {
  parentOf(node: Node): Node | null;
  /** The variable that an identifier refers to or declares; null for globals and property names. */
  variableOf(identifier: Node): Variable | null;
  /** A variable of the module's or the script's outermost scope. */
  topLevelVariable(name: string): Variable | null;
  /** The comment with nothing but white space between it and the offset. */
  commentEndingBefore(offset: number): Comment | null;
  /** Whether a comment lies between two offsets, so that writing over them would lose it. */
  hasCommentIn(range: readonly [start: number, end: number]): boolean;
  /** Every `this.<name>` in the file. */
  thisMembers(name: string): readonly TSESTree.MemberExpression[];
  /** Every `globalThis.<name>` and `global.<name>` in the file. */
  globalMembers(name: string): readonly TSESTree.MemberExpression[];
  /** Every property of CommonJS's `module` and `exports`, in source order. */
  readonly commonjsMembers: readonly TSESTree.MemberExpression[];
}

/** Walks a tree in source order without recursion, so that depth is no danger. */
export function walk(root: Node, visitorKeys: ParsedFile['visitorKeys'], enter: (node: Node, parent: Node | null) => void): void {
  const stack: Node[] = [root];
  const parents: (Node | null)[] = [null];
  for (;;) {
    const node = stack.pop();
    const parent = parents.pop();
    if (node === undefined || parent === undefined) return;
    enter(node, parent);
    const keys = visitorKeys[node.type] ?? [];
    for (let index = keys.length - 1; index >= 0; index--) {
      const key = keys[index];
      const child: unknown = key === undefined ? null : Reflect.get(node, key);
      if (Array.isArray(child)) {
        for (let item = child.length - 1; item >= 0; item--) {
          const element: unknown = child[item];
          if (isNode(element)) push(element, node);
        }
      } else if (isNode(child)) push(child, node);
    }
  }

  function push(child: Node, parent: Node): void {
    stack.push(child);
    parents.push(parent);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(['globalThis', 'global']);

/** `globalThis` or Node's `global`, unless the file declares a variable of that name. */
export function isGlobalObject(node: Node, tree: Pick<Tree, 'variableOf'>): boolean {
  return node.type === 'Identifier' && GLOBAL_OBJECTS.has(node.name) && tree.variableOf(node) === null;
}

/** Walks the file once, calling `enter` for each node, and gives the tree that answers questions afterwards. */
export function buildTree(file: ParsedFile, enter: (node: Node) => void): Tree {
  const parents = new Map<Node, Node>();
  const ofThis = new Map<string, TSESTree.MemberExpression[]>();
  const ofGlobal = new Map<string, TSESTree.MemberExpression[]>();
  const commonjs: TSESTree.MemberExpression[] = [];
  walk(file.ast, file.visitorKeys, (node, parent) => {
    if (parent !== null) parents.set(node, parent);
    if (node.type === 'MemberExpression') {
      if (node.object.type === 'ThisExpression') addByName(ofThis, node);
      else if (node.object.type === 'Identifier' && GLOBAL_OBJECTS.has(node.object.name)) addByName(ofGlobal, node);
      else if (node.object.type === 'Identifier' && (node.object.name === 'module' || node.object.name === 'exports')) commonjs.push(node);
    }
    enter(node);
  });
  let variables: Map<Node, Variable> | null = null;
  const variableOf = (identifier: Node): Variable | null => (variables ??= variablesOf(file.scopes)).get(identifier) ?? null;
  return {
    ...file,
    parentOf: (node) => parents.get(node) ?? null,
    variableOf,
    topLevelVariable: (name) => file.scopes.find((scope) => scope.block.type === 'Program' && scope.set.has(name))?.set.get(name) ?? null,
    commentEndingBefore: (offset) => commentEndingBefore(file, offset),
    hasCommentIn: ([start, end]) => file.comments.some(({ range }) => range[0] >= start && range[1] <= end),
    thisMembers: (name) => ofThis.get(name) ?? [],
    commonjsMembers: commonjs,
    globalMembers: (name) => (ofGlobal.get(name) ?? []).filter((member) => isGlobalObject(member.object, { variableOf })),
  };
}

function addByName(members: Map<string, TSESTree.MemberExpression[]>, member: TSESTree.MemberExpression): void {
  const name = propertyName(member);
  if (name === null) return;
  const known = members.get(name);
  if (known === undefined) members.set(name, [member]);
  else known.push(member);
}

function variablesOf(scopes: readonly Scope[]): Map<Node, Variable> {
  const variables = new Map<Node, Variable>();
  for (const scope of scopes) {
    for (const variable of scope.variables) for (const identifier of variable.identifiers) variables.set(identifier, variable);
    for (const { identifier, resolved } of scope.references) {
      // Globals of the language have a variable without a definition; whether they do depends on the configuration.
      if (resolved !== null && resolved.defs.length > 0) variables.set(identifier, resolved);
    }
  }
  return variables;
}

function commentEndingBefore({ comments, text }: ParsedFile, offset: number): Comment | null {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = comments[middle]?.range[1] ?? 0;
    if (end <= offset) low = middle + 1;
    else high = middle;
  }
  const comment = comments[low - 1];
  return comment !== undefined && text.slice(comment.range[1], offset).trim() === '' ? comment : null;
}
