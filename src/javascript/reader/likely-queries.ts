/**
 * The last resort: a call of a telling member on a telling name, with a text that begins as a statement, in a package that uses one
 * driver alone. Good enough for what is said of the SQL text, and for nothing else.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { HandleFacts, QueryFacts } from '../../facts/schema.js';
import { receiverNames } from '../../facts/receivers.js';
import { onlyDriverOfPackage } from '../resolve/packages.js';
import { handleOf, type HandleValue, type Resolver } from '../resolve/values.js';
import { propertyName, unwrap, type Node } from '../syntax/nodes.js';
import { sendsStatement, type Candidate } from './candidates.js';

export interface LikelyQuery {
  readonly handle: HandleValue;
  readonly name: string;
  readonly facts: QueryFacts;
}

/** Null where the receiver has another name, or the package more than one driver, or none. */
export function likelyQuery(resolver: Resolver, node: Candidate): LikelyQuery | null {
  const { tree } = resolver;
  if (node.type === 'NewExpression' || tree.file === undefined || !sendsStatement(tree, node)) return null;
  const [receiver, member] = receiverOf(node);
  if (receiver === null || !receiverNames.test(nameOf(receiver) ?? '') || resolver.expression(receiver).kind !== 'unknown') return null;
  const driver = onlyDriverOfPackage(tree.file);
  for (const [name, facts] of Object.entries(driver?.handles ?? {})) {
    const query = driver === null ? null : queryFacts(facts, member);
    const handle = driver === null || query === null ? null : handleOf(driver, name, null, { evidence: 'likely', known: 'likely' });
    if (handle?.kind === 'handle' && query !== null) return { handle: { ...handle, roleUnknown: true }, name: member ?? '', facts: query };
  }
  return null;
}

function receiverOf(node: TSESTree.CallExpression | TSESTree.TaggedTemplateExpression): readonly [receiver: Node | null, member: string | null] {
  if (node.type === 'TaggedTemplateExpression') return [node.tag, null];
  const callee = unwrap(node.callee);
  return callee.type === 'MemberExpression' ? [callee.object, propertyName(callee)] : [null, null];
}

/** The last name of `request.app.db`, `this.pool`, `getDb()`. */
function nameOf(receiver: Node): string | null {
  const node = unwrap(receiver);
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MemberExpression') return propertyName(node);
  return node.type === 'CallExpression' ? nameOf(node.callee) : null;
}

function queryFacts(handle: HandleFacts, member: string | null): QueryFacts | null {
  if (member === null) return handle.tag ?? null;
  const facts = Object.hasOwn(handle.members, member) ? handle.members[member] : undefined;
  return facts?.does === 'query' && facts.sql.at === 'argument' ? facts : null;
}
