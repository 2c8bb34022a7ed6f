/** Compares reports with places that people judged: footguns that must be reported, look-alikes that must not. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { LintedTree, Report } from './lint-tree.js';

/**
 * The rules that report a class of mistakes. A class without an entry, or with rules that the plugin does not have, has no rule. Add the
 * class when you add its rule.
 */
const RULES: Readonly<Record<string, readonly string[]>> = {
  'client-per-call': ['no-connection-per-request'],
  'pool-per-request': ['no-connection-per-request'],
  'param-count-mismatch': ['no-placeholder-mismatch', 'no-foreign-placeholder'],
  'percent-s': ['no-foreign-placeholder'],
  'placeholder-in-quotes': ['no-quoted-placeholder'],
  'qmark-placeholder': ['no-foreign-placeholder'],
  'template-curly-in-string': ['no-foreign-placeholder'],
  'array-destructure-result': ['no-result-as-row'],
  'count-string-compare': ['no-result-as-row'],
  'result-misuse': ['no-result-as-row'],
  'err-message-match': ['no-fragile-error-check'],
  'pool-no-error-listener': ['require-pool-error-listener'],
  'floating-query': ['no-unawaited-query'],
  'foreach-async-query': ['no-unawaited-query'],
  'connect-not-awaited': ['no-unawaited-query'],
  'promise-all-on-client': ['no-concurrent-queries'],
  'shared-single-client': ['no-concurrent-queries', 'require-pool-error-listener'],
};

export interface Label {
  readonly repo: string;
  readonly path: string;
  readonly line: number;
  readonly class: string;
  readonly verdict: 'footgun' | 'lookalike';
  readonly why: string;
}

export interface Judged {
  readonly label: Label;
  /** `owner__name/path:line`. */
  readonly place: string;
  /** Rules for the class that the plugin has; empty for none. */
  readonly rules: readonly string[];
  /** Whether its file was linted. */
  readonly isLinted: boolean;
  /** Of a footgun: reports of these rules at the line or close to it. Of a look-alike: reports of any rule on the line. */
  readonly reports: readonly Report[];
  /** Reports of any rule close to a look-alike, but not on its line, that hit no footgun: to be read. */
  readonly near: readonly Report[];
}

/** A report this many lines away is about the label: a text begins above the line that its placeholder stands in. */
const CLOSE = 4;

/** The labels of a file: `{ "labels": [{ repo, path, line, class, verdict, why }] }`. Throws for anything else. */
export function readLabels(path: string): Label[] {
  const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const labels: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'labels') : null;
  if (!Array.isArray(labels)) throw new Error(`${path} holds no list of "labels".`);
  return labels.map((label: unknown) => {
    if (!isLabel(label)) throw new Error(`${path} holds a label without repo, path, line, class or verdict: ${JSON.stringify(label)}`);
    return label;
  });
}

function isLabel(value: unknown): value is Label {
  if (typeof value !== 'object' || value === null) return false;
  const { repo, path, line, class: kind, verdict } = value as Partial<Record<keyof Label, unknown>>;
  return [repo, path, kind].every((text) => typeof text === 'string') && typeof line === 'number' && (verdict === 'footgun' || verdict === 'lookalike');
}

/** What became of the labels of the trees; those of other repositories are left out. */
export function judge(labels: readonly Label[], trees: readonly LintedTree[], existing: ReadonlySet<string>): Judged[] {
  const hits = new Set<Report>();
  return [...labels].sort(footgunsFirst).flatMap((label): Judged[] => {
    const tree = trees.find(({ root }) => isTreeOf(root, label.repo));
    if (tree === undefined) return [];
    const rules = (RULES[label.class] ?? []).filter((id) => existing.has(id));
    const close = tree.reports.filter((report) => report.file === label.path && isAround(report, label.line, CLOSE));
    const common = { label, place: `${basename(tree.root)}/${label.path}:${String(label.line)}`, rules, isLinted: tree.linted.has(label.path) };
    if (label.verdict === 'footgun') {
      const reports = close.filter((report) => rules.some((id) => report.rule === `db/${id}`));
      for (const report of reports) hits.add(report);
      return [{ ...common, reports, near: [] }];
    }
    const reports = close.filter((report) => isAround(report, label.line, 0));
    return [{ ...common, reports, near: close.filter((report) => !reports.includes(report) && !hits.has(report)) }];
  });
}

function footgunsFirst(left: Label, right: Label): number {
  return Number(left.verdict === 'lookalike') - Number(right.verdict === 'lookalike');
}

function isAround({ line, endLine }: Report, labelled: number, distance: number): boolean {
  return line - distance <= labelled && labelled <= endLine + distance;
}

/** A checkout of `owner/name` lies in a folder `owner__name`, or in `owner/name`. */
function isTreeOf(root: string, repo: string): boolean {
  const path = root.replaceAll('\\', '/');
  return basename(path) === repo.replace('/', '__') || path.endsWith(`/${repo}`);
}
