/** Reads the databases out of a file of JavaScript or TypeScript. */
import type { Scope } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Rule } from 'eslint';
import { logUnavailable } from '../../failures.js';
import type { Model, Query } from '../../model/words.js';
import { NO_SETTINGS, readSettings, type Settings } from '../../settings/read-settings.js';
import { counters } from '../counters.js';
import { canHoldDatabaseCode } from '../resolve/gates.js';
import { resolverOf } from '../resolve/project.js';
import { typeLookup } from '../resolve/types.js';
import type { Origin } from '../resolve/values.js';
import { buildTree, type Comment, type ParsedFile } from '../syntax/tree.js';
import type { Call } from './arguments.js';
import { isCandidate, type Candidate } from './candidates.js';
import { isOpening, readCreations } from './creations.js';
import { usesMisdeclared } from './declared-uses.js';
import { addErrorClue, noErrorClues, readErrorTests } from './error-tests.js';
import { addForeignClue, noForeignClues, readForeignUses } from './foreign-uses.js';
import { readQueries } from './queries.js';
import { isReading, readResultUses, type Reading } from './result-uses.js';
import { addStoreClue, noStoreClues, readStores } from './stores.js';

export const javascriptReader = {
  language: 'javascript',
  /** ESLint's own language, and oxlint's: their trees are ESTree programs with scopes. */
  canRead({ sourceCode }: Rule.RuleContext): boolean {
    const ast: { readonly type?: unknown } = sourceCode.ast;
    return ast.type === 'Program' && typeof sourceCode.scopeManager === 'object' && sourceCode.scopeManager !== null;
  },
  read(context: Rule.RuleContext): Model | null {
    const { sourceCode } = context;
    counters.filesSeen++;
    const types = typeLookup(sourceCode.parserServices);
    const settings = readSettings(context.settings['db']);
    if (!canHoldDatabaseCode(sourceCode.text, context.filename, types !== null, settings)) return null;
    counters.filesWalked++;
    const file: ParsedFile = {
      // The ESLint border: ESLint types its tree after ESTree, its parsers give TypeScript's nodes, too.
      ast: sourceCode.ast as unknown as TSESTree.Program,
      text: sourceCode.text,
      comments: sourceCode.getAllComments() as unknown as readonly Comment[],
      scopes: sourceCode.scopeManager.scopes as unknown as readonly Scope[],
      visitorKeys: sourceCode.visitorKeys,
      types,
      path: pathIn(context.cwd, context.filename),
      file: context.filename,
      settings: context.settings,
    };
    return readModel(file, settings);
  },
} as const;

/** A path below the linted folder, with `/`; other paths as they are. */
function pathIn(folder: string, file: string): string {
  const path = file.startsWith(folder) ? file.slice(folder.length) : file;
  return path.replaceAll('\\', '/').replace(/^\//, '');
}

/** The model of a parsed file; null when it holds nothing of a database. */
export function readModel(file: ParsedFile, settings: Settings = NO_SETTINGS): Model | null {
  const candidates: Candidate[] = [];
  const readings: Reading[] = [];
  const openings: Call[] = [];
  const clues = noStoreClues();
  const errorClues = noErrorClues();
  const foreignClues = noForeignClues();
  const tree = buildTree(file, (node) => {
    if (isCandidate(node)) candidates.push(node);
    else if (isReading(node)) readings.push(node);
    if (isOpening(node)) openings.push(node);
    addStoreClue(clues, node);
    addErrorClue(errorClues, node);
    addForeignClue(foreignClues, node);
  });
  const resolver = resolverOf(tree, logUnavailable, settings);
  const queries = readQueries(resolver, candidates);
  const creations = readCreations(resolver, openings);
  const stores = readStores(resolver, clues, candidates, (call) => queries.get(call) ?? null);
  const queryFrom = ({ node, home }: Origin): Query | null => queries.get(node) ?? (home === resolver ? null : (readQueries(home, [node]).get(node) ?? null));
  const errorTests = readErrorTests(resolver, errorClues, queryFrom);
  const foreignUses = readForeignUses(resolver, foreignClues);
  const found = queries.size + creations.length + stores.length + errorTests.length + foreignUses.length;
  if (found === 0 && !usesMisdeclared(resolver, candidates)) return null;
  const resultUses = readResultUses(resolver, readings, queryFrom);
  return { root: 'Program', queries: [...queries.values()], resultUses, creations, stores, errorTests, foreignUses, settings };
}
