/** Members of object types that a project writes for itself: `interface Context { db: Pool }`, `interface Db { query(text: string): Promise<QueryResult> }`. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Driver, QueryFacts } from '../../facts/schema.js';
import { annotationOf, propertyName } from '../syntax/nodes.js';
import { awaited, handleOf, UNKNOWN, type HandleValue, type Resolver, type TypeNode, type Value } from './values.js';

export function typedMember(home: Resolver, members: readonly TSESTree.TypeElement[], name: string): Value {
  for (const member of members) {
    if (member.type === 'TSMethodSignature' && !member.computed && propertyName(member) === name) return methodOf(home, name, member, member.returnType?.typeAnnotation ?? null);
    if (member.type !== 'TSPropertySignature' || propertyName(member) !== name) continue;
    const annotation = annotationOf(member);
    if (annotation?.type === 'TSFunctionType') return methodOf(home, name, annotation, annotation.returnType?.typeAnnotation ?? null);
    if (annotation !== null) return home.type(annotation);
  }
  return UNKNOWN;
}

/** A method that gives a driver's result sends a query of that driver, whoever implements it; on which handle is not known. */
function methodOf(home: Resolver, name: string, { params }: { readonly params: readonly TSESTree.Parameter[] }, returned: TypeNode | null): Value {
  const given = returned === null ? UNKNOWN : awaited(home.type(returned));
  if (given.kind !== 'handle' || given.facts.role !== 'result') return UNKNOWN;
  const found = senderOf(given);
  if (found === null || params.length === 0) return UNKNOWN;
  const { handle, facts } = found;
  const isSame = Object.hasOwn(handle.facts.members, name) && handle.facts.members[name] === facts;
  // Under another name only the place of the text is sure.
  const own: QueryFacts = isSame ? facts : { does: 'query', sql: { at: 'argument', index: 0 }, values: { at: 'statement' }, placeholders: facts.placeholders, sent: 'now', ...(facts.gives && { gives: facts.gives }) };
  return { kind: 'member', handle, name: found.name, facts: own };
}

/** A handle of the driver, and the member of it, that gives such a result. */
function senderOf({ driver, name: result, known }: HandleValue): { readonly handle: HandleValue; readonly name: string; readonly facts: QueryFacts } | null {
  for (const [name, { members }] of Object.entries(driver.handles)) {
    const sender = Object.entries(members).find(([, facts]) => facts.does === 'query' && facts.sql.at === 'argument' && facts.gives?.handle === result);
    const handle = sender === undefined ? null : handleIn(driver, name, known);
    if (sender !== undefined && sender[1].does === 'query' && handle !== null) return { handle, name: sender[0], facts: sender[1] };
  }
  return null;
}

function handleIn(driver: Driver, name: string, known: HandleValue['known']): HandleValue | null {
  const handle = handleOf(driver, name, null, { evidence: 'proved', known });
  return handle.kind === 'handle' ? { ...handle, roleUnknown: true } : null;
}
