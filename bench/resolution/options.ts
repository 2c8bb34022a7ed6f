import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ParserName, Preset } from './lint-tree.js';

export interface Options {
  /** The folders to measure, each a tree of its own, like a checkout. */
  readonly roots: readonly string[];
  readonly json: boolean;
  readonly byTree: boolean;
  /** How many places of each shape are listed. */
  readonly places: number;
  readonly labels: string | null;
  readonly reports: boolean;
  readonly preset: Preset;
  readonly parser: ParserName;
  readonly relint: string | null;
  readonly times: number;
}

export const HELP = `Usage: npm run measure -- [options] [folder ...]

Lints each folder as a tree of its own, like a checkout, and prints how the receiver of each query call is known, and of what shape
the unknown ones are. Without a folder it measures all folders of CORPUS_DIR.

  --json                  everything as JSON, every call with its place
  --by-tree               one line for each folder, too
  --unresolved <n>        list n places of each shape
  --labels <file>         compare the reports with judged places: {"labels": [{repo, path, line, class, verdict, why}]}
  --reports               print every report with its line of the source
  --preset <name>         recommended, strict or all (all; with --reports recommended)
  --parser <name>         oxc, as the command does it, or typescript-eslint (oxc)
  --relint <file>         milliseconds of all rules on this file, linted again and again
  --times <n>             how often (50)
`;

/** The options, or null when only the help is wanted. Throws for anything wrong. */
export function readOptions(argv: readonly string[], environment: Readonly<Record<string, string | undefined>>): Options | null {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      'by-tree': { type: 'boolean', default: false },
      unresolved: { type: 'string', default: '0' },
      labels: { type: 'string' },
      reports: { type: 'boolean', default: false },
      preset: { type: 'string' },
      parser: { type: 'string', default: 'oxc' },
      relint: { type: 'string' },
      times: { type: 'string', default: '50' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const corpus = environment['CORPUS_DIR'] ?? '';
  if (positionals.length === 0 && corpus === '' && values.relint === undefined) throw new Error('Name a folder, or set CORPUS_DIR.');
  // Labels are judged by every rule, reports are read as users get them: asked for both, it must be said which.
  if (values.reports && values.labels !== undefined && values.preset === undefined) throw new Error('--labels and --reports together need --preset.');
  return {
    roots: positionals.length > 0 ? positionals.map(folder) : values.relint === undefined ? foldersIn(folder(corpus)) : [],
    json: values.json,
    byTree: values['by-tree'],
    places: wholeNumber('--unresolved', values.unresolved),
    labels: values.labels ?? null,
    reports: values.reports,
    preset: oneOf('--preset', values.preset ?? (values.reports ? 'recommended' : 'all'), ['recommended', 'strict', 'all']),
    parser: oneOf('--parser', values.parser, ['oxc', 'typescript-eslint']),
    relint: values.relint === undefined ? null : resolve(values.relint),
    times: Math.max(1, wholeNumber('--times', values.times)),
  };
}

function folder(path: string): string {
  const absolute = resolve(path);
  if (statSync(absolute, { throwIfNoEntry: false })?.isDirectory() !== true) throw new Error(`No such folder: ${path}`);
  return absolute;
}

function foldersIn(root: string): string[] {
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() && !entry.name.startsWith('.') ? [join(root, entry.name)] : [])).sort();
}

function oneOf<Name extends string>(option: string, value: string, allowed: readonly Name[]): Name {
  const found = allowed.find((name) => name === value);
  if (found === undefined) throw new Error(`${option} takes ${allowed.join(', ')}, not "${value}".`);
  return found;
}

function wholeNumber(option: string, value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new Error(`${option} takes a whole number, not "${value}".`);
  return Number(value);
}
