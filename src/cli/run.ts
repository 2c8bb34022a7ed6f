/** The command as a function: arguments in, exit code out, all output through the terminal that it is given. */
import type { ESLint, Linter } from 'eslint';
import plugin from '../index.js';
import { keepOwnDirectives, keepOwnMessages } from './directives.js';
import { formatGithub } from './github.js';
import { FILES, IGNORES, LEFT_OUT } from './linted-files.js';
import { HELP, readOptions, UsageError, type Options } from './options.js';
import { resolveTargets } from './paths.js';
import { formatSarif } from './sarif.js';

export interface Terminal {
  readonly cwd: string;
  out(text: string): void;
  error(text: string): void;
}

type EslintClass = typeof ESLint;

/** Lints as the arguments say. 0: nothing found. 1: findings, or a file that does not parse. 2: wrong usage, or the run failed. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  try {
    const options = readOptions(argv);
    if (options === 'help' || options === 'version') {
      terminal.out(options === 'help' ? HELP : `${plugin.meta.version}\n`);
      return 0;
    }
    return await lint(options, terminal);
  } catch (error) {
    if (error instanceof UsageError) terminal.error(`db-lint: ${error.message}\nTry db-lint --help.\n`);
    else terminal.error(`db-lint: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

async function lint(options: Options, terminal: Terminal): Promise<0 | 1> {
  const { folder, patterns } = resolveTargets(options.paths, terminal.cwd);
  const Eslint = await loadEslint();
  const eslint = new Eslint({
    cwd: folder,
    overrideConfigFile: true,
    baseConfig: configuration(options, await loadParser()),
    fix: options.fix,
    errorOnUnmatchedPattern: false,
    // A hook passes every changed file, ignored ones, too.
    warnIgnored: false,
  });
  const all = keepOwnMessages(await eslint.lintFiles([...patterns]));
  if (all.length === 0) terminal.error(`db-lint: there is no JavaScript or TypeScript to lint in ${options.paths.join(', ')} (${LEFT_OUT} are left out).\n`);
  if (options.fix) await Eslint.outputFixes(all);
  terminal.out(await format(options.quiet ? Eslint.getErrorResults(all) : all, eslint, options, terminal));
  const warnings = sum(all, ({ warningCount }) => warningCount);
  const tooManyWarnings = options.maxWarnings !== null && warnings > options.maxWarnings;
  if (tooManyWarnings) terminal.error(`db-lint: too many warnings (${String(warnings)}; --max-warnings allows ${String(options.maxWarnings)}).\n`);
  return tooManyWarnings || sum(all, ({ errorCount }) => errorCount) > 0 ? 1 : 0;
}

function configuration({ preset }: Options, parser: Linter.Parser): Linter.Config[] {
  return [
    { ignores: IGNORES },
    // Comments for rules that do not run here are not unused: they have work in the project's own ESLint.
    { linterOptions: { reportUnusedDisableDirectives: 'off' } },
    // Without `files` of its own a preset would not make ESLint look at TypeScript.
    { ...plugin.configs[preset], files: FILES, languageOptions: { parser } },
  ];
}

async function format(results: ESLint.LintResult[], eslint: ESLint, options: Options, { cwd }: Terminal): Promise<string> {
  switch (options.format) {
    case 'github':
      return formatGithub(results, cwd);
    case 'sarif': {
      const rules = Object.fromEntries(Object.entries(plugin.rules).map(([id, rule]) => [`db/${id}`, rule]));
      return formatSarif(results, cwd, { name: plugin.meta.name, version: plugin.meta.version, rules });
    }
    case 'stylish':
    case 'json': {
      const formatter = await eslint.loadFormatter(options.format);
      const text = await formatter.format(results);
      return text === '' || text.endsWith('\n') ? text : `${text}\n`;
    }
  }
}

/** ESLint is a peer: the project's own version is used, and it may be missing. */
async function loadEslint(): Promise<EslintClass> {
  try {
    return (await import('eslint')).ESLint;
  } catch (error) {
    throw new Error(`ESLint 9 or 10 is needed beside ${plugin.meta.name}: npm install --save-dev eslint (${reasonOf(error)})`, { cause: error });
  }
}

/** Throws where oxc-parser has no binary for the machine. */
async function loadParser(): Promise<Linter.Parser> {
  try {
    const [{ parseForESLint }, { requireOxc }] = await Promise.all([import('../javascript/syntax/oxc-parser.js'), import('../javascript/syntax/oxc.js')]);
    requireOxc();
    const parse = (code: string, options: { readonly filePath: string }) => {
      const parsed = parseForESLint(code, options);
      return { ...parsed, ast: Object.assign(parsed.ast, { comments: keepOwnDirectives(parsed.ast.comments) }) };
    };
    return { meta: { name: `${plugin.meta.name}/oxc`, version: plugin.meta.version }, parseForESLint: parse };
  } catch (error) {
    throw new Error(`The parser (oxc-parser) does not load on ${process.platform}-${process.arch}: its binary was not installed. Install again without --omit=optional. (${reasonOf(error)})`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function sum(results: readonly ESLint.LintResult[], count: (result: ESLint.LintResult) => number): number {
  return results.reduce((total, result) => total + count(result), 0);
}
