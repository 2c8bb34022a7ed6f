/** A test that may be skipped, and why. `.ci/run` fails on every other skipped test. */
export interface AllowedSkip {
  /** The full name of the test, as vitest's JSON has it: suites and test, separated by blanks. */
  readonly test: string;
  readonly reason: string;
}

export const allowedSkips: readonly AllowedSkip[] = [];
