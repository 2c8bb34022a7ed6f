import { describe, expect, it } from 'vitest';
import { summarize } from '../../scripts/summarize-results.js';

const file = (name: string, tests: Readonly<Record<string, string>>, status = 'passed') => ({
  name,
  status,
  assertionResults: Object.entries(tests).map(([fullName, testStatus]) => ({ fullName, status: testStatus })),
});

describe('the summary of the test runs', () => {
  it('adds up the tests of all runs', () => {
    const runs = [{ testResults: [file('a.test.ts', { 'a one': 'passed', 'a two': 'passed' })] }, { testResults: [file('b.test.ts', { 'b one': 'passed' })] }];
    expect(summarize(runs, [])).toEqual({ passed: 3, failed: 0, skipped: 0, problems: [] });
  });

  it('names what failed, a file that does not load, too', () => {
    const runs = [{ testResults: [file('a.test.ts', { 'a one': 'failed', 'a two': 'passed' }, 'failed'), file('b.test.ts', {}, 'failed')] }];
    expect(summarize(runs, [])).toEqual({ passed: 1, failed: 2, skipped: 0, problems: ['Failed as a whole: b.test.ts ', 'Failed: a one'] });
  });

  it('objects to a skipped test that nobody gave a reason for', () => {
    const runs = [{ testResults: [file('a.test.ts', { 'a one': 'passed', 'a two': 'skipped', 'a three': 'todo', 'a four': 'pending' })] }];
    const allowed = [{ test: 'a two', reason: 'needs a server' }, { test: 'a four', reason: 'as well' }];
    expect(summarize(runs, allowed)).toEqual({ passed: 1, failed: 0, skipped: 3, problems: ['Skipped without a reason in tests/skips.ts: a three'] });
  });

  it('does not take a run without results for a good one', () => {
    expect(summarize([null, { testResults: [] }], [])).toEqual({ passed: 0, failed: 2, skipped: 0, problems: ['A run wrote no results.', 'A run wrote no results.'] });
  });

  it('notices a folder of which no test ran', () => {
    const runs = [{ testResults: [file('/plugin/tests/rules/a.test.ts', { 'a one': 'passed' })] }];
    expect(summarize(runs, [], ['tests/rules/', 'tests/real/'])).toEqual({ passed: 1, failed: 1, skipped: 0, problems: ['No test of tests/real/ ran.'] });
  });
});
