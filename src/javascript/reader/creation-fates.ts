/** What becomes of a pool or connection in the function that opens it. */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { request } from '../../facts/frameworks.js';
import type { Driver, HandleFacts } from '../../facts/schema.js';
import type { Fate } from '../../model/words.js';
import type { Resolver } from '../resolve/values.js';
import { isFunction, propertyName, type FunctionNode, type Node } from '../syntax/nodes.js';
import { activationOf, type Activation } from './activations.js';

export interface Opened {
  readonly driver: Driver;
  readonly facts: HandleFacts;
}

/** Everything that happens to it, on whichever path. */
interface Events {
  closed: boolean;
  /** Somebody else holds it now: an outer variable, a property, a function that may run later. */
  stored: boolean;
  /** It is an argument of a call. */
  passed: boolean;
  returned: boolean;
  /** It is a part of an object or list. */
  wrapped: boolean;
}

/** `returned`: the caller decides. */
export type LocalFate = Fate | 'returned';

/** The run in which something is opened. */
export interface Run extends Activation {
  /** Whether the owner is a handler: a property of its parameters lives no longer than its run. */
  readonly isHandler: boolean;
  /** Whether neither does what it gives. */
  readonly givesContext: boolean;
}

export function fateOf(resolver: Resolver, node: Node, opened: Opened, { owner, loop, isHandler, givesContext }: Run): LocalFate {
  const { tree } = resolver;
  const events: Events = { closed: false, stored: false, passed: false, returned: false, wrapped: false };
  const seen = new Set<Variable>();
  trace(node, opened.facts);
  if (isClosedByFactory()) events.closed = true;
  if (events.stored) return 'kept';
  if (givesContext) return events.closed ? 'closed' : 'left';
  if (events.wrapped) return 'kept';
  if (events.returned) return 'returned';
  // Whoever got it may have kept it, unless it is closed here in any case.
  if (events.closed) return 'closed';
  return events.passed ? 'kept' : 'left';

  function trace(value: Node, facts: HandleFacts): void {
    const parent = tree.parentOf(value);
    switch (parent?.type) {
      case 'AwaitExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
      case 'ChainExpression':
        trace(parent, facts);
        return;
      case 'MemberExpression':
        if (parent.object === value) traceMember(parent, facts);
        return;
      case 'VariableDeclarator':
        traceDeclaration(parent, facts);
        return;
      case 'AssignmentExpression':
        if (parent.right === value) traceAssignment(parent, facts);
        return;
      case 'ReturnStatement':
        events.returned = true;
        return;
      case 'ArrowFunctionExpression':
        if (parent === owner) events.returned = true;
        else events.stored = true;
        return;
      case 'CallExpression':
      case 'NewExpression':
        // `knex('users')`: calling it is using it.
        if (parent.callee !== value) {
          events.passed = true;
          if (parent.type === 'NewExpression' || isStore(parent)) traceHolder(parent);
        }
        return;
      case 'Property':
      case 'ArrayExpression':
      case 'SpreadElement':
        events.wrapped = true;
        traceHolder(parent);
        return;
      case 'LogicalExpression':
        // `globalThis.pool ?? new Pool()`: opened when there is none yet.
        if (parent.right === value) events.stored = true;
        return;
      case 'ConditionalExpression':
        if (parent.test !== value) events.stored = true;
        return;
      case 'TaggedTemplateExpression':
      case 'ExpressionStatement':
      case 'IfStatement':
      case 'UnaryExpression':
      case 'BinaryExpression':
        return;
      default:
        events.stored = true;
    }
  }

  /** `pools.set(tenant, pool)`, `clients.push(client)`: a call whose result nobody wants keeps what it gets, as does one on `this`. */
  function isStore(call: TSESTree.CallExpression): boolean {
    return call.callee.type === 'MemberExpression' && tree.parentOf(call)?.type === 'ExpressionStatement';
  }

  /** An object that holds it: kept when that is stored outside of this run. */
  function traceHolder(value: Node): void {
    let current: Node | null = value;
    while (current !== null && current !== owner) {
      if (current.type === 'AssignmentExpression' && !isLocalTarget(current.left)) events.stored = true;
      if (current.type === 'ExpressionStatement' && current.expression.type === 'CallExpression') events.stored = true;
      if (current.type === 'VariableDeclarator' && !givesContext) events.wrapped = true;
      if (isFunction(current)) return;
      current = tree.parentOf(current);
    }
  }

  function traceMember(member: TSESTree.MemberExpression, facts: HandleFacts): void {
    const name = propertyName(member);
    const call = tree.parentOf(member);
    const used = name !== null && Object.hasOwn(facts.members, name) ? facts.members[name] : undefined;
    if (used?.does === 'close') {
      if (!isInCatch(member)) events.closed = true;
      return;
    }
    // A part with which it is closed: `db.$pool.end()`.
    const part = used?.does === 'read' && used.gives !== undefined ? opened.driver.handles[used.gives.handle] : undefined;
    if (part !== undefined && (part.role === 'pool' || part.role === 'connection')) trace(member, part);
    if (call?.type !== 'CallExpression' || call.callee !== member) return;
    // The callback of a promise may do anything with it.
    if (used === undefined && (name === 'then' || name === 'finally')) events.stored = true;
    if (used?.does === 'become') trace(call, opened.driver.handles[used.gives.handle] ?? facts);
    // Listening gives the emitter itself.
    if (used?.does === 'listen') trace(call, facts);
  }

  /** The factory that made it ends everything that it has made: `pgp.end()`. */
  function isClosedByFactory(): boolean {
    const callee = node.type === 'CallExpression' && node.callee.type === 'Identifier' ? node.callee : null;
    const factory = callee === null ? null : resolver.expression(callee);
    const variable = callee === null || factory?.kind !== 'handle' ? null : tree.variableOf(callee);
    if (variable === null || factory?.kind !== 'handle') return false;
    const { members } = factory.facts;
    return variable.references.some(({ identifier }) => {
      const member = tree.parentOf(identifier);
      const name = member?.type === 'MemberExpression' && member.object === identifier ? propertyName(member) : null;
      const isClosing = name !== null && Object.hasOwn(members, name) && members[name]?.does === 'close';
      return isClosing && activationOf(resolver, identifier).owner === owner;
    });
  }

  /** What is closed only when something failed is open otherwise. */
  function isInCatch(node: Node): boolean {
    let current: Node | null = node;
    while (current !== null && current !== owner) {
      if (current.type === 'CatchClause') return true;
      current = tree.parentOf(current);
    }
    return false;
  }

  function traceDeclaration(declarator: TSESTree.VariableDeclarator, facts: HandleFacts): void {
    const declaration = tree.parentOf(declarator);
    if (declaration?.type === 'VariableDeclaration' && (declaration.kind === 'using' || declaration.kind === 'await using')) events.closed = true;
    traceTarget(declarator.id, facts);
  }

  function traceAssignment({ left, operator }: TSESTree.AssignmentExpression, facts: HandleFacts): void {
    if (operator !== '=') events.stored = true;
    else if (left.type === 'Identifier') traceTarget(left, facts);
    else if (left.type !== 'MemberExpression' || !isOnParameter(left)) events.stored = true;
    else if (isClosedByPath(left, facts)) events.closed = true;
  }

  function traceTarget(target: Node, facts: HandleFacts): void {
    const variable = target.type === 'Identifier' ? tree.variableOf(target) : null;
    if (variable === null || !isLocal(variable) || isTested(variable)) {
      events.stored = true;
      return;
    }
    if (seen.has(variable)) return;
    seen.add(variable);
    for (const { identifier, isRead } of variable.references.map((reference) => ({ identifier: reference.identifier, isRead: reference.isRead() }))) {
      if (!isRead) continue;
      // A function that may run later holds it as long as it likes.
      const user = activationOf(resolver, identifier).owner;
      if (user === owner) trace(identifier, facts);
      else if (user === null || !isOfRequest(user)) events.stored = true;
    }
  }

  function isLocalTarget(target: Node): boolean {
    const variable = target.type === 'Identifier' ? tree.variableOf(target) : null;
    return variable !== null && isLocal(variable);
  }

  function isLocal(variable: Variable): boolean {
    const [definition] = variable.defs;
    // At the top of the file only what is declared in the loop belongs to one turn.
    const run = owner ?? loop;
    if (definition === undefined || run === null) return false;
    return definition.name.range[0] >= run.range[0] && definition.name.range[1] <= run.range[1];
  }

  /** `if (!client) client = new Client()`: opened when there is none yet. */
  function isTested(variable: Variable): boolean {
    let current = tree.parentOf(node);
    while (current !== null && current !== owner) {
      if (current.type === 'IfStatement') {
        const [start, end] = current.test.range;
        if (variable.references.some(({ identifier }) => identifier.range[0] >= start && identifier.range[1] <= end)) return true;
      }
      current = tree.parentOf(current);
    }
    return false;
  }

  /** `req.db = …`, `res.locals.db = …` in the handler that got `req` and `res`. */
  function isOnParameter({ object: target }: TSESTree.MemberExpression): boolean {
    const object = target.type === 'MemberExpression' && request.state.includes(propertyName(target) ?? '') ? target.object : target;
    if (!isHandler || object.type !== 'Identifier') return false;
    return owner?.params.some((parameter) => parameter.type === 'Identifier' && parameter.name === object.name) === true;
  }

  /** A method of an object that the handlers of one request pass on: `const db = { query: () => pool.query() }; res.locals.db = db`. */
  function isOfRequest(method: FunctionNode): boolean {
    const property = tree.parentOf(method);
    const object = property?.type === 'Property' && property.value === method ? tree.parentOf(property) : null;
    const holder = object?.type === 'ObjectExpression' ? tree.parentOf(object) : null;
    if (holder?.type === 'AssignmentExpression') return holder.left.type === 'MemberExpression' && isOnParameter(holder.left);
    const variable = holder?.type === 'VariableDeclarator' ? tree.variableOf(holder.id) : null;
    if (variable === null) return false;
    return variable.references.every((reference) => {
      const parent = tree.parentOf(reference.identifier);
      if (reference.init === true || (parent?.type === 'MemberExpression' && parent.object === reference.identifier)) return true;
      return parent?.type === 'AssignmentExpression' && parent.right === reference.identifier && parent.left.type === 'MemberExpression' && isOnParameter(parent.left);
    });
  }

  /** `req.db.end()`, wherever in the file. */
  function isClosedByPath(target: TSESTree.MemberExpression, facts: HandleFacts): boolean {
    const path = tree.text.slice(...target.range);
    return Object.entries(facts.members).some(([name, { does }]) => does === 'close' && tree.text.includes(`${path}.${name}(`));
  }
}
