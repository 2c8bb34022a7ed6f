/**
 * Comments that speak to ESLint. A project writes them for all of its rules, the command knows only its own: a comment for
 * another rule must neither run that rule nor fail the run.
 */
import type { ESLint, Linter } from 'eslint';

interface Comment {
  readonly type: string;
  readonly value: string;
}

/** `eslint rule: severity` in a block comment; not `eslint-disable`, which only names what to leave out. */
const CONFIGURATION = /^\s*eslint(?=\s)/;
/** Comments that tell of globals: no rule here asks, and ESLint calls an old or odd one an error of the file. */
const GLOBALS = /^\s*(?:eslint-env|globals?|exported)\s/;
const OWN_RULE = /["']?(db\/[\w-]+)["']?\s*:\s*(\[[^\]]*\]|["']?\w+["']?)/g;

/** The comments, with configuration in them reduced to our own rules; such a comment without any is left out. */
export function keepOwnDirectives<T extends Comment>(comments: readonly T[]): T[] {
  return comments.flatMap((comment) => {
    if (comment.type === 'Block' && GLOBALS.test(comment.value)) return [];
    if (comment.type !== 'Block' || !CONFIGURATION.test(comment.value)) return [comment];
    const own = [...comment.value.matchAll(OWN_RULE)].map(([, rule, setting]) => `"${String(rule)}": ${String(setting)}`);
    return own.length === 0 ? [] : [{ ...comment, value: `eslint ${own.join(', ')}` }];
  });
}

/** The results without what ESLint says about comments for others: rules that are unknown here. */
export function keepOwnMessages(results: readonly ESLint.LintResult[]): ESLint.LintResult[] {
  return results.map((result) => {
    const messages = result.messages.filter((message) => message.fatal === true || message.ruleId?.startsWith('db/') === true);
    return messages.length === result.messages.length ? result : { ...result, messages, ...countsOf(messages) };
  });
}

function countsOf(messages: readonly Linter.LintMessage[]): Pick<ESLint.LintResult, 'errorCount' | 'warningCount' | 'fixableErrorCount' | 'fixableWarningCount' | 'fatalErrorCount'> {
  const count = (severity: number, fixable: boolean): number => messages.filter((message) => message.severity === severity && (!fixable || message.fix !== undefined)).length;
  return {
    errorCount: count(2, false),
    warningCount: count(1, false),
    fixableErrorCount: count(2, true),
    fixableWarningCount: count(1, true),
    fatalErrorCount: messages.filter(({ fatal }) => fatal === true).length,
  };
}
