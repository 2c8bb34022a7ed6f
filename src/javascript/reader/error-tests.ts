/** Finds every question that code asks an error which a query can have thrown. */
import type { TSESTree } from '@typescript-eslint/utils';
import { constraintProperties, errorProperties } from '../../facts/error-places.js';
import type { ErrorFacts } from '../../facts/error-schema.js';
import type { CaughtError, ErrorQuestion, ErrorTest } from '../../model/error-words.js';
import type { Handle, Query } from '../../model/words.js';
import { errorTestEdits } from '../edits/error-tests.js';
import { isPackageAtLeast } from '../resolve/package-versions.js';
import type { Origin, Resolver } from '../resolve/values.js';
import { propertyName, unwrap, type Node } from '../syntax/nodes.js';
import { asksForOthers, guarded, isReachedBy, type Guard } from './error-guards.js';
import { questionOf, type Question } from './error-questions.js';
import type { ErrorSources } from './error-sources.js';
import { errorSubjectsIn, type Subject } from './error-subjects.js';

/** The nodes that may ask an error something: the walk collects them. */
export interface ErrorClues {
  readonly questions: Node[];
  readonly readings: (TSESTree.MemberExpression | TSESTree.Property)[];
  readonly guards: Guard[];
}

export function noErrorClues(): ErrorClues {
  return { questions: [], readings: [], guards: [] };
}

const EQUALITY: ReadonlySet<string> = new Set(['===', '!==', '==', '!=']);
const ASKING_METHODS: ReadonlySet<string> = new Set(['includes', 'startsWith', 'endsWith', 'indexOf', 'match', 'search', 'test', 'exec', 'has']);

export function addErrorClue(clues: ErrorClues, node: Node): void {
  switch (node.type) {
    case 'BinaryExpression':
      if (EQUALITY.has(node.operator) || node.operator === 'in') clues.questions.push(node);
      else if (node.operator === 'instanceof') clues.guards.push(node);
      return;
    case 'SwitchStatement':
      clues.questions.push(node);
      return;
    case 'CallExpression': {
      const callee = unwrap(node.callee);
      const name = callee.type === 'MemberExpression' ? (propertyName(callee) ?? '') : callee.type === 'Identifier' ? callee.name : '';
      if (ASKING_METHODS.has(name)) clues.questions.push(node);
      else if (/^(?:is|has)[A-Z]/.test(name)) clues.guards.push(node);
      return;
    }
    case 'MemberExpression':
    case 'Property':
      if (errorProperties.has(propertyName(node) ?? '')) clues.readings.push(node);
      return;
    default:
  }
}

/** The questions in source order. */
export function readErrorTests(resolver: Resolver, clues: ErrorClues, queryFrom: (origin: Origin) => Query | null): ErrorTest[] {
  const { tree } = resolver;
  const subjects = errorSubjectsIn(resolver, queryFrom);
  const found: Question[] = [];
  const reads = new Map<Node, Set<string>>();
  for (const node of clues.readings) {
    const subject = subjects.subjectOf(node.type === 'MemberExpression' ? node : boundName(node));
    if (subject === null || subject.path.length === 0 || subject.isText) continue;
    noteReading(subject.parameter, subject.path);
    if (constraintProperties.has(subject.path.at(-1) ?? '') && !isWritten(node)) found.push({ subject, node, question: { by: 'reading' }, answer: null, isNegated: false });
  }
  for (const node of clues.questions) {
    if (node.type === 'BinaryExpression' && node.operator === 'in') noteExistence(node);
    else found.push(...questionOf(tree, node, subjects.subjectOf));
  }
  const guards = clues.guards.flatMap((guard) => guarded(guard).flatMap((asked) => subjects.subjectOf(asked) ?? []).map(({ parameter }) => ({ guard, parameter })));
  return [...new Set(found.map(({ subject }) => subject.parameter))].flatMap((parameter) => testsOf(parameter)).sort((left, right) => left.range[0] - right.range[0]);

  function noteReading(parameter: Node, path: readonly string[]): void {
    const known = reads.get(parameter) ?? new Set();
    reads.set(parameter, known.add(path.join('.')));
  }

  /** `'cause' in err`. */
  function noteExistence({ left, right }: TSESTree.BinaryExpression): void {
    const subject = left.type === 'Literal' && typeof left.value === 'string' ? subjects.subjectOf(right) : null;
    if (subject !== null && left.type === 'Literal') noteReading(subject.parameter, [...subject.path, String(left.value)]);
  }

  /** `err.constraint = …`, `delete err.constraint`. */
  function isWritten(node: Node): boolean {
    const parent = tree.parentOf(node);
    return (parent?.type === 'AssignmentExpression' && parent.left === node) || (parent?.type === 'UnaryExpression' && parent.operator === 'delete');
  }

  function testsOf(parameter: Node): ErrorTest[] {
    const sources = subjects.sourcesOf(parameter);
    const known = sources === null ? null : factsOf(sources, tree.file ?? null);
    if (sources === null || known === null) return [];
    const own = guards.filter((guard) => guard.parameter === parameter && asksForOthers(tree, guard.guard, known.driver, known.facts));
    const reached = found.filter(({ subject, node }) => subject.parameter === parameter && !own.some(({ guard }) => isReachedBy(tree, node, guard) === 'holds'));
    const asked = reached.map(({ subject, question }) => ({ path: subject.path, question: withCase(question, subject) }));
    const { others, ownTexts, handles, queries, usesModels } = sources;
    const error: CaughtError = { handles, dialect: known.dialect, facts: known.facts, others, queries, usesModels, ownTexts, reads: reads.get(parameter) ?? new Set(), asked };
    return reached.map((question) => toTest(error, question));
  }

  function toTest(error: CaughtError, { node, subject, question, answer, isNegated }: Question): ErrorTest {
    const { parameter, base, site, path } = subject;
    return {
      kind: 'errorTest',
      error,
      range: (answer ?? node).range,
      path,
      subject: site.type === 'Property' ? site.key.range : site.range,
      question: withCase(question, subject),
      ...errorTestEdits(tree, { parameter, base, site, answer, isNegated }),
      raises: (code) => /^\w+$/.test(code) && new RegExp(`(?:errcode\\s*=|sqlstate)\\s*'${code}'`, 'i').test(tree.text),
    };
  }
}

/** In a text in lower case it does not matter how the server writes it. */
function withCase(question: ErrorQuestion, { isLowered }: Subject): ErrorQuestion {
  return question.by === 'text' && isLowered ? { ...question, ignoresCase: true } : question;
}

/** The name that a property of a pattern puts its value into. */
function boundName({ value }: TSESTree.Property): Node {
  return value.type === 'AssignmentPattern' ? value.left : value;
}

/** What such errors look like; null where the sources have different ones, or nobody knows. */
function factsOf({ handles, usesModels }: ErrorSources, file: string | null): { readonly facts: ErrorFacts; readonly dialect: NonNullable<Handle['dialect']>; readonly driver: Handle['driver'] } | null {
  const [first, ...others] = handles;
  const facts = first === undefined ? null : errorFacts(first);
  if (first?.dialect == null || facts === null || others.some((handle) => errorFacts(handle) !== facts)) return null;
  if (usesModels && facts.ofTextsOnly === true) return null;
  if (facts.since !== undefined && !isPackageAtLeast(file, ...facts.since)) return null;
  return { facts, dialect: first.dialect, driver: first.driver };
}

function errorFacts({ facts, driver, dialect }: Handle): ErrorFacts | null {
  return facts.errors === undefined ? (dialect === null ? null : (driver.errors?.[dialect] ?? null)) : facts.errors;
}
