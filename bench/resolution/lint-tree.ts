/** Lints one tree of sources with the plugin, as the command does, and listens to what the model says of each file. */
import { relative } from 'node:path';
import type { Scope } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { ESLint, Linter, type Rule } from 'eslint';
import tseslint from 'typescript-eslint';
import { FILES, IGNORES } from '../../src/cli/linted-files.js';
import plugin from '../../src/index.js';
import { counters } from '../../src/javascript/counters.js';
import { parseForESLint } from '../../src/javascript/syntax/oxc-parser.js';
import type { Comment } from '../../src/javascript/syntax/tree.js';
import { modelOf } from '../../src/model/model-of.js';
import type { Known } from '../../src/model/words.js';
import { timesOf } from '../times.mjs';
import { isDirect, isTest, readProjects } from './projects.js';
import { callsOf, type CallsOfFile } from './unresolved.js';

export type Preset = 'recommended' | 'strict' | 'all';
export type ParserName = 'oxc' | 'typescript-eslint';

/** One query call, or what looks like one. */
export interface Call {
  /** Below the tree. */
  readonly file: string;
  readonly line: number;
  readonly known: Known | 'unknown';
  /** The id of the driver; null when the receiver is unknown. */
  readonly driver: string | null;
  /** Whether it belongs to the goal: no test, a direct driver's, or unknown where a direct driver can be reached. */
  readonly isInGoal: boolean;
  readonly isTest: boolean;
  /** Of an unknown receiver: what holds it, and how it is written. */
  readonly shape: string | null;
  readonly source: string | null;
}

export interface Report {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly rule: string;
  readonly message: string;
  readonly source: string;
}

export interface LintedTree {
  readonly root: string;
  readonly files: number;
  readonly lines: number;
  readonly unparsable: number;
  readonly calls: readonly Call[];
  /** Calls that were left out: of other libraries, and in packages that can reach no driver. */
  readonly lookAlikes: number;
  readonly outOfReach: number;
  readonly reports: readonly Report[];
  /** Milliseconds of all files. */
  readonly parse: number;
  readonly rules: number;
  readonly counters: Readonly<Record<string, number>>;
  /** Every linted file, below the tree. */
  readonly linted: ReadonlySet<string>;
}

export interface LintOptions {
  readonly preset: Preset;
  readonly parser: ParserName;
}

export async function lintTree(root: string, options: LintOptions): Promise<LintedTree> {
  const before: Readonly<Record<string, number>> = { ...counters };
  const projects = readProjects(root);
  const calls: Call[] = [];
  const reports: Report[] = [];
  let lines = 0;
  let lookAlikes = 0;
  let outOfReach = 0;
  const listener = listenTo((context, found, lineOf) => {
    const file = relative(root, context.filename);
    const place = (start: number): Pick<Call, 'file' | 'line' | 'isTest'> => ({ file, line: lineOf(start), isTest: isTest(file) });
    for (const { range, handle } of found.resolved) calls.push({ ...place(range[0]), known: handle.known, driver: handle.driver.id, isInGoal: !isTest(file) && isDirect(handle.driver.id), shape: null, source: null });
    const reach = projects.reachOf(context.filename);
    if (reach === 'nothing') outOfReach += found.unresolved.length;
    else for (const { range, shape, source, canBeDirect } of found.unresolved) calls.push({ ...place(range[0]), known: 'unknown', driver: null, isInGoal: canBeDirect && !isTest(file) && reach === 'direct', shape, source });
    lookAlikes += found.lookAlikes;
    lines += context.sourceCode.lines.length;
  }, projects);
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, baseConfig: [{ ignores: IGNORES }, ...configuration(options), { files: FILES, ...listener }], stats: true, errorOnUnmatchedPattern: false });
  const results = await eslint.lintFiles(['.']);
  for (const result of results) reports.push(...reportsOf(root, result));
  return {
    root,
    files: results.length,
    lines,
    unparsable: results.filter(({ messages }) => messages.some(({ fatal }) => fatal)).length,
    // ESLint reads files side by side, so the order in which they come is nobody's.
    calls: calls.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1)),
    lookAlikes,
    outOfReach,
    reports,
    ...timesOf(results),
    counters: Object.fromEntries(Object.entries(counters).map(([name, count]) => [name, count - (before[name] ?? 0)])),
    linted: new Set(results.map(({ filePath }) => relative(root, filePath))),
  };
}

const PARSERS: Readonly<Record<ParserName, Linter.LanguageOptions>> = {
  oxc: { parser: { parseForESLint } },
  'typescript-eslint': { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
};

/** The rules come first, so that what is made when it is first asked for is booked on them, and not on who listens. */
function configuration({ preset, parser }: LintOptions): Linter.Config[] {
  return [
    { ...plugin.configs[preset], files: FILES },
    { files: FILES, languageOptions: PARSERS[parser], linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
  ];
}

type Listen = (context: Rule.RuleContext, found: CallsOfFile, lineOf: (offset: number) => number) => void;

/** A rule that reports nothing. */
function listenTo(listen: Listen, projects: ReturnType<typeof readProjects>): Linter.Config {
  const rule: Rule.RuleModule = {
    create: (context) => ({
      Program() {
        const { sourceCode } = context;
        // The border to ESLint, as in the reader: its tree is TypeScript's.
        const parsed = {
          ast: sourceCode.ast as unknown as TSESTree.Program,
          text: sourceCode.text,
          comments: sourceCode.getAllComments() as unknown as readonly Comment[],
          scopes: sourceCode.scopeManager.scopes as unknown as readonly Scope[],
          visitorKeys: sourceCode.visitorKeys,
          types: null,
        };
        listen(context, callsOf(parsed, modelOf(context), context.filename, projects), (offset) => sourceCode.getLocFromIndex(offset).line);
      },
    }),
  };
  return { plugins: { measure: { rules: { listen: rule } } }, rules: { 'measure/listen': 'error' } };
}

function reportsOf(root: string, { filePath, messages, source }: ESLint.LintResult): Report[] {
  const lines = (source ?? '').split('\n');
  return messages.flatMap(({ ruleId, line, column, endLine, message }) =>
    ruleId?.startsWith('db/') === true ? [{ file: relative(root, filePath), line, endLine: endLine ?? line, column, rule: ruleId, message, source: (lines[line - 1] ?? '').trim() }] : [],
  );
}

/** Milliseconds that the rules take on one file when it is linted again and again, each time with another ending, as an editor does it. */
export function lintAgain(root: string, file: string, text: string, times: number, options: LintOptions): number[] {
  const linter = new Linter({ cwd: root });
  const config = configuration(options);
  return Array.from({ length: times }, (_, index) => {
    // ESLint keeps times only where it may fix.
    const { messages } = linter.verifyAndFix(`${text}\n// ${String(index)}\n`, config, { filename: file, fix: false, stats: true } as Linter.FixOptions);
    // Not of a rule: the file does not parse, or is none that is linted.
    const problem = messages.find(({ ruleId }) => ruleId === null);
    if (problem !== undefined) throw new Error(`${file}: ${problem.message}`);
    const [pass] = linter.getTimes().passes;
    return Object.values(pass?.rules ?? {}).reduce((sum, { total }) => sum + total, 0);
  });
}
