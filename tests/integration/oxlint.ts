/** Runs the plugin in oxlint, as a JS plugin, over cases written as files. */
import { join } from 'node:path';
import type { EngineCase } from './engine-cases.js';
import { writeFiles } from './files.js';
import { VERSIONS } from './installs.js';
import { runProgram } from './programs.js';

export interface Report {
  readonly ruleId: string | null;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface OxlintOutput {
  readonly number_of_files: number;
  readonly diagnostics: readonly { readonly message: string; readonly code?: string; readonly filename: string; readonly labels: readonly { readonly span: { readonly offset: number; readonly length: number } }[] }[];
}

/** The reports by the path of the case. The plugin is taken from the `node_modules` of the install. */
export async function lintWithOxlint(install: string, cases: readonly EngineCase[]): Promise<Map<string, Report[]>> {
  const reports = new Map<string, Report[]>();
  // Settings stand once per configuration, so cases with other settings are another run.
  const groups = [...new Set(cases.map(({ settings }) => JSON.stringify(settings)))].map((key) => cases.filter(({ settings }) => JSON.stringify(settings) === key));
  for (const [index, group] of groups.entries()) {
    const folder = writeFiles(join(install, `oxlint-${String(index)}`), { '.oxlintrc.json': configuration(group), ...Object.fromEntries(group.map(({ path, code }) => [path, code])) });
    const { out, error } = await runProgram('npx', ['-y', `oxlint@${VERSIONS.oxlint}`, '-c', '.oxlintrc.json', '-f', 'json', '.'], { cwd: folder, environment: { DEBUG: 'eslint-plugin-db:throw' } });
    const output = parseOutput(out, error);
    if (output.number_of_files !== group.length) throw new Error(`oxlint linted ${String(output.number_of_files)} files, not ${String(group.length)}`);
    for (const { path, code } of group) {
      reports.set(path, output.diagnostics.filter(({ filename }) => filename === path).map((diagnostic) => reportOf(diagnostic, code)));
    }
  }
  return reports;
}

function parseOutput(out: string, error: string): OxlintOutput {
  try {
    return JSON.parse(out) as OxlintOutput;
  } catch {
    throw new Error(`oxlint gave no JSON:\n${out}\n${error}`);
  }
}

function configuration(cases: readonly EngineCase[]): string {
  return JSON.stringify({
    categories: { correctness: 'off' },
    plugins: [],
    jsPlugins: ['eslint-plugin-db'],
    settings: cases[0]?.settings ?? {},
    overrides: cases.map(({ path, rule, options }) => ({ files: [path], rules: { [`db/${rule}`]: ['error', ...options] } })),
  });
}

/** oxlint counts bytes of UTF-8, ESLint lines and UTF-16 units. */
function reportOf({ message, code, labels }: OxlintOutput['diagnostics'][number], text: string): Report {
  const [label] = labels;
  const bytes = Buffer.from(text);
  const placeOf = (offset: number): { line: number; column: number } => {
    const lines = bytes.subarray(0, offset).toString('utf8').split(/\r\n|[\r\n\u2028\u2029]/);
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  };
  const start = placeOf(label?.span.offset ?? 0);
  const end = placeOf((label?.span.offset ?? 0) + (label?.span.length ?? 0));
  const ruleId = code === undefined ? null : code.replace(/^(.+)\((.+)\)$/, '$1/$2');
  return { ruleId, message, ...start, endLine: end.line, endColumn: end.column };
}
