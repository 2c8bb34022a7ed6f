import { parseArgs } from 'node:util';

export const PRESETS = ['recommended', 'strict', 'all'] as const;
export const FORMATS = ['stylish', 'json', 'github', 'sarif'] as const;

export interface Options {
  readonly paths: readonly string[];
  readonly preset: (typeof PRESETS)[number];
  readonly format: (typeof FORMATS)[number];
  readonly fix: boolean;
  readonly quiet: boolean;
  /** The run fails above this many warnings; null when warnings never fail it. */
  readonly maxWarnings: number | null;
}

export const HELP = `Usage: db-lint [options] [file, folder or glob ...]

Lints the database code of JavaScript and TypeScript files with the db/* rules. Needs no configuration
and reads none. Without a path it lints the current folder.

  --preset <${PRESETS.join('|')}>      which rules run (recommended)
  --fix                               repair what can be repaired with certainty
  --format <${FORMATS.join('|')}>   how the report is written (stylish)
  --quiet                             report errors only
  --max-warnings <n>                  fail when there are more warnings than n
  --version                           print the version
  --help                              print this text

Exit code: 0 nothing found, 1 findings or files that do not parse, 2 wrong usage or a failure of the run.
`;

/** A mistake in the arguments; its message is for the user. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The arguments of a run, or the one question that was asked. Throws a `UsageError` for anything else. */
export function readOptions(argv: readonly string[]): Options | 'help' | 'version' {
  const { values, positionals } = parse(argv);
  if (values.help === true) return 'help';
  if (values.version === true) return 'version';
  return {
    paths: positionals.length === 0 ? ['.'] : positionals,
    preset: oneOf('--preset', values.preset ?? 'recommended', PRESETS),
    format: oneOf('--format', values.format ?? 'stylish', FORMATS),
    fix: values.fix ?? false,
    quiet: values.quiet ?? false,
    maxWarnings: values['max-warnings'] === undefined ? null : wholeNumber('--max-warnings', values['max-warnings']),
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        preset: { type: 'string' },
        format: { type: 'string' },
        fix: { type: 'boolean' },
        quiet: { type: 'boolean' },
        'max-warnings': { type: 'string' },
        version: { type: 'boolean', short: 'v' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError(`${name} takes ${allowed.join(', ')}, not "${value}".`);
  return found;
}

function wholeNumber(name: string, value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`${name} takes a whole number, not "${value}".`);
  return Number(value);
}
