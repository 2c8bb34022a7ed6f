/** Lints one text with every rule, and says what must never happen. */
import { Linter } from 'eslint';
import plugin from '../../src/index.js';
import { parseForESLint } from '../../src/javascript/syntax/oxc-parser.js';

export interface Trial {
  /** False when the text is no program: then no rule ran. */
  readonly parsed: boolean;
  readonly reports: number;
  readonly fixes: number;
  readonly suggestions: number;
  /** What went wrong, one line each. */
  readonly problems: readonly string[];
}

/** Fixes and suggestions of one text are tried one by one, and each costs a parse of the whole text. */
const MAX_EDITS = 10;
const MAX_PARSED = 1_000_000;
const FILES = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'];
const LINE_BREAK = /\r\n|[\r\n\u2028\u2029]/;

const linter = new Linter();
const base: Linter.Config = {
  files: FILES,
  linterOptions: { reportUnusedDisableDirectives: 'off', noInlineConfig: true },
  // The ESLint border: ESLint types a parser's tree after ESTree.
  languageOptions: { parser: { parseForESLint } as unknown as Linter.Parser },
};
const withRules: Linter.Config[] = [base, { ...plugin.configs.all, files: FILES }];

/** Needs `DEBUG=eslint-plugin-db:throw`: otherwise a rule that throws is silent. */
export function tryRules(filename: string, text: string): Trial {
  if (process.env['DEBUG'] !== 'eslint-plugin-db:throw') throw new Error('DEBUG=eslint-plugin-db:throw is not set');
  let messages: Linter.LintMessage[];
  try {
    // ESLint itself speaks of comments that are switched off here.
    messages = linter.verify(text, withRules, { filename }).filter(({ fatal, ruleId }) => fatal === true || ruleId !== null);
  } catch (error) {
    return { parsed: true, reports: 0, fixes: 0, suggestions: 0, problems: [`a rule throws: ${reasonOf(error)}`] };
  }
  if (messages.some(({ fatal }) => fatal)) return { parsed: false, reports: 0, fixes: 0, suggestions: 0, problems: [] };
  const fixes = messages.flatMap(({ fix, ruleId, line }) => (fix === undefined ? [] : [{ edit: fix, title: `the fix of ${String(ruleId)} at line ${String(line)}` }]));
  const suggestions = messages.flatMap((message) => (message.suggestions ?? []).map(({ fix, desc }) => ({ edit: fix, title: `the suggestion "${desc}" at line ${String(message.line)}` })));
  const problems = [
    ...messages.flatMap((message) => misplaced(message, text)),
    ...[...fixes, ...suggestions].slice(0, Math.min(MAX_EDITS, Math.ceil(MAX_PARSED / text.length))).flatMap(({ edit, title }) => brokenBy(edit, title, filename, text)),
    ...(fixes.length > 0 ? unsettled(filename, text) : []),
  ];
  return { parsed: true, reports: messages.length, fixes: fixes.length, suggestions: suggestions.length, problems };
}

function misplaced({ ruleId, line, column, endLine = line, endColumn = column }: Linter.LintMessage, text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(LINE_BREAK);
  const inside = (atLine: number, atColumn: number): boolean => atLine >= 1 && atColumn >= 1 && atColumn <= (lines[atLine - 1]?.length ?? -1) + 1;
  const forwards = endLine > line || (endLine === line && endColumn > column);
  if (inside(line, column) && inside(endLine, endColumn) && forwards) return [];
  return [`a report of ${String(ruleId)} is outside the file or empty: ${[line, column, endLine, endColumn].join(':')}`];
}

function brokenBy({ range: [start, end], text: inserted }: { readonly range: readonly [number, number]; readonly text: string }, title: string, filename: string, text: string): string[] {
  const source = text.replace(/^\uFEFF/, '');
  if (start < 0 || end < start || end > source.length) return [`${title} is outside the file: ${String(start)}-${String(end)}`];
  const edited = source.slice(0, start) + inserted + source.slice(end);
  if (edited === source) return [`${title} changes nothing`];
  return linter.verify(edited, base, { filename }).some(({ fatal }) => fatal) ? [`${title} leaves code that does not parse`] : [];
}

/** ESLint stops after ten rounds; then something is fixed back and forth, or never clean. */
function unsettled(filename: string, text: string): string[] {
  const { output, messages } = linter.verifyAndFix(text, withRules, { filename });
  if (messages.some(({ fatal }) => fatal)) return ['all fixes together leave code that does not parse'];
  const [left] = linter.verify(output, withRules, { filename }).filter(({ fix }) => fix !== undefined);
  return left === undefined ? [] : [`the fix of ${String(left.ruleId)} never settles, line ${String(left.line)}: ${left.message}`];
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' | ') : String(error);
}
