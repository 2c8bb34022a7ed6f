/** Finds out whether a function is called once per request, per message or by the clock, after the table of frameworks. */
import type { TSESTree } from '@typescript-eslint/utils';
import { frameworks } from '../../facts/frameworks.js';
import type { FrameworkFacts, HandlerFacts } from '../../facts/frameworks-schema.js';
import { originOf, originOfType, type Origin } from '../resolve/origins.js';
import { annotationOf, propertyName, stringValue, unwrap, type FunctionNode, type Node } from '../syntax/nodes.js';
import { walk, type Tree } from '../syntax/tree.js';
import { methodOf, usesOf, type FunctionUse } from './function-uses.js';

type Facts<By extends HandlerFacts['by']> = Extract<HandlerFacts, { by: By }>;
type ArgumentUse = Extract<FunctionUse, { kind: 'argument' }>;

/** Answers for the functions of one file; each is looked at once. */
export function handlerLookup(tree: Tree): (node: FunctionNode) => FrameworkFacts | null {
  const known = new Map<FunctionNode, FrameworkFacts | null>();
  return (node) => {
    const found = known.get(node);
    if (found !== undefined) return found;
    const uses = usesOf(tree, node);
    const framework = frameworks.find((candidate) => candidate.handlers.some((facts) => isHandler(tree, node, uses, facts, candidate))) ?? null;
    known.set(node, framework);
    return framework;
  };
}

function isHandler(tree: Tree, node: FunctionNode, uses: readonly FunctionUse[], facts: HandlerFacts, { modules }: FrameworkFacts): boolean {
  switch (facts.by) {
    case 'method':
    case 'export':
    case 'global':
    case 'route':
      return uses.some((use) => use.kind === 'argument' && isPassed(tree, node, use, facts, modules));
    case 'decorator':
      return hasDecorator(tree, node, facts, modules);
    case 'type':
      return typesOf(tree, node, uses).some((type) => isTypeOf(tree, type, facts, modules));
    case 'file':
      return isFileExport(tree, node, uses, facts);
    case 'directive':
      return hasDirective(tree, node, uses, facts);
    case 'signature':
      return hasSignature(tree, node, facts);
    case 'resolver map':
      return uses.some((use) => use.kind === 'member' && facts.name.test(use.of) && facts.keys.includes(use.keys[0] ?? '') && use.keys.length === 2) || isResolverKey(uses, facts);
  }
}

/** `Query: { users }` in an object that has another name, or is passed at once under the name of the map. */
function isResolverKey(uses: readonly FunctionUse[], { name, keys }: Facts<'resolver map'>): boolean {
  return uses.some(({ kind, ...use }) => kind === 'argument' && 'call' in use && use.keys.length === 3 && name.test(use.keys[0] ?? '') && keys.includes(use.keys[1] ?? ''));
}

function isPassed(tree: Tree, node: FunctionNode, use: ArgumentUse, facts: Facts<'method' | 'export' | 'global' | 'route'>, modules: readonly string[]): boolean {
  const wanted = 'keys' in facts ? facts.keys : undefined;
  if (wanted === undefined ? use.keys.length > 0 : !wanted.includes(use.keys[0] ?? '')) return false;
  // What another function makes of it is called with what the handler gets; a function without parameters may be anything there.
  if (use.isWrapped && node.params.length === 0) return false;
  const callee = unwrap(use.call.callee);
  switch (facts.by) {
    case 'method':
      return use.call.type === 'CallExpression' && callee.type === 'MemberExpression' && isMethod(tree, use.call, callee, facts, modules);
    case 'export': {
      const origin = originOf(tree, callee);
      return origin !== null && !origin.isMade && modules.includes(origin.module) && facts.exports.includes(origin.name ?? 'default');
    }
    case 'global':
      return isGlobalCall(tree, callee, facts);
    case 'route':
      return use.call.type === 'CallExpression' && callee.type === 'MemberExpression' && node.params.length > 0 && facts.methods.includes(propertyName(callee) ?? '') && startsWithPath(use.call);
  }
}

function isMethod(tree: Tree, call: TSESTree.CallExpression, callee: TSESTree.MemberExpression, facts: Facts<'method'>, modules: readonly string[]): boolean {
  if (!facts.methods.includes(propertyName(callee) ?? '')) return false;
  const [first] = call.arguments;
  const event = first === undefined ? null : stringValue(first);
  if (facts.when !== undefined && !facts.when.includes(event ?? '')) return false;
  if (facts.unless?.includes(event ?? '') === true) return false;
  if (facts.of !== undefined) return facts.of.test(rootName(callee.object) ?? '');
  const origin = originOf(tree, callee.object);
  return origin !== null && modules.includes(origin.module);
}

/** The name that a chain of calls and properties begins with. */
function rootName(node: Node): string | null {
  let current = unwrap(node);
  for (;;) {
    if (current.type === 'CallExpression') current = unwrap(current.callee);
    else if (current.type === 'MemberExpression') {
      const name = current.object.type === 'ThisExpression' ? propertyName(current) : null;
      if (name !== null) return name;
      current = unwrap(current.object);
    } else return current.type === 'Identifier' ? current.name : null;
  }
}

function isGlobalCall(tree: Tree, callee: Node, { name, method }: Facts<'global'>): boolean {
  const object = method === undefined ? callee : callee.type === 'MemberExpression' && propertyName(callee) === method ? callee.object : null;
  return object?.type === 'Identifier' && object.name === name && tree.variableOf(object) === null;
}

function startsWithPath({ arguments: [first] }: TSESTree.CallExpression): boolean {
  if (first === undefined) return false;
  const text = first.type === 'TemplateLiteral' ? (first.quasis[0]?.value.raw ?? null) : stringValue(first);
  return text !== null && (text.startsWith('/') || text === '*');
}

function hasDecorator(tree: Tree, node: FunctionNode, { decorators }: Facts<'decorator'>, modules: readonly string[]): boolean {
  const method = methodOf(tree, node);
  return (method?.decorators ?? []).some(({ expression }) => {
    const origin = originOf(tree, expression.type === 'CallExpression' ? expression.callee : expression);
    return origin !== null && modules.includes(origin.module) && decorators.includes(origin.name ?? '');
  });
}

/** The types of a function as a whole and of its parameters. */
function typesOf(tree: Tree, node: FunctionNode, uses: readonly FunctionUse[]): Node[] {
  const ofParameters = node.params.flatMap((parameter) => annotationOf(parameter) ?? []);
  return [...uses.flatMap((use) => (use.kind === 'type' ? [use.type, ...memberType(tree, node, use.type)] : [])), ...ofParameters];
}

/** `const users: { list: RequestHandler } = { list: … }`, also through the name of such a type. */
function memberType(tree: Tree, node: FunctionNode, type: Node): Node[] {
  const property = tree.parentOf(node);
  const key = property?.type === 'Property' ? propertyName(property) : null;
  const definition = type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' ? tree.variableOf(type.typeName)?.defs[0]?.node : null;
  const literal = definition?.type === 'TSTypeAliasDeclaration' ? definition.typeAnnotation : definition?.type === 'TSInterfaceDeclaration' ? definition.body : type;
  const members = literal.type === 'TSTypeLiteral' ? literal.members : literal.type === 'TSInterfaceBody' ? literal.body : [];
  return members.flatMap((member) => (key !== null && member.type === 'TSPropertySignature' && propertyName(member) === key ? (annotationOf(member) ?? []) : []));
}

function isTypeOf(tree: Tree, type: Node, { types }: Facts<'type'>, modules: readonly string[]): boolean {
  const origin: Origin | null = originOfType(tree, type);
  return origin !== null && modules.includes(origin.module) && types.includes(origin.name ?? '');
}

function isFileExport(tree: Tree, node: FunctionNode, uses: readonly FunctionUse[], { files, exports, parameters }: Facts<'file'>): boolean {
  if (tree.path === undefined || !files.test(tree.path)) return false;
  const [first] = node.params;
  const name = first?.type === 'Identifier' ? first.name : '';
  if (parameters !== undefined && !parameters.includes(name)) return false;
  return uses.some((use) => use.kind === 'export' && exports.includes(use.name));
}

function hasDirective(tree: Tree, node: FunctionNode, uses: readonly FunctionUse[], { directive }: Facts<'directive'>): boolean {
  const begins = (body: readonly Node[]): boolean => body.some((statement) => statement.type === 'ExpressionStatement' && statement.directive === directive);
  if (node.body.type === 'BlockStatement' && begins(node.body.body)) return true;
  return begins(tree.ast.body) && uses.some(({ kind }) => kind === 'export');
}

function hasSignature(tree: Tree, node: FunctionNode, { parameters, answers }: Facts<'signature'>): boolean {
  const names = node.params.map((parameter) => (parameter.type === 'Identifier' ? parameter.name : ''));
  if (names.length < parameters.length || parameters.some((allowed, index) => !allowed.includes(names[index] ?? ''))) return false;
  const answered = names[answers.position];
  let isAnswered = false;
  walk(node.body, tree.visitorKeys, (inner) => {
    if (inner.type !== 'CallExpression' || inner.callee.type !== 'MemberExpression') return;
    const { object } = inner.callee;
    if (object.type === 'Identifier' && object.name === answered && answers.methods.includes(propertyName(inner.callee) ?? '')) isAnswered = true;
  });
  return isAnswered;
}
