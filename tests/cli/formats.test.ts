import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { createWorkspace, FOREIGN, type Workspace } from './workspace.js';

let workspace: Workspace | null = null;
afterEach(() => {
  workspace?.remove();
  workspace = null;
});

async function lint(files: Readonly<Record<string, string>>, argv: readonly string[], below?: string): Promise<string> {
  workspace = createWorkspace(files);
  return (await workspace.lint(argv, below)).out;
}

interface Sarif {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly { id: string; shortDescription: { text: string }; helpUri: string }[] } };
    readonly originalUriBaseIds: unknown;
    readonly columnKind: string;
    readonly invocations: readonly { executionSuccessful: boolean; toolExecutionNotifications: readonly { message: { text: string }; locations: unknown }[] }[];
    readonly results: readonly { ruleId: string; ruleIndex: number; level: string; message: { text: string }; locations: unknown; partialFingerprints: Readonly<Record<string, string>> }[];
  }[];
}

async function sarif(files: Readonly<Record<string, string>>): Promise<Sarif['runs'][number]> {
  const log = JSON.parse(await lint(files, ['--format', 'sarif', '.'])) as Sarif;
  expect(log).toMatchObject({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0' });
  const [run] = log.runs;
  if (run === undefined) throw new Error('no run');
  return run;
}

describe('--format github', () => {
  it('writes one annotation per message, with everything escaped that a workflow command would take for its own', async () => {
    const out = await lint({ 'src/a,b/users: 100%.js': FOREIGN.replace('?', '%s') }, ['--format', 'github', '.']);
    const [annotation, ...rest] = out.split('\n');
    expect(annotation).toContain('::error file=src/a%2Cb/users%3A 100%25.js,line=3,endLine=3,col=44,endColumn=46,title=db/no-foreign-placeholder::`%25s` in ');
    expect(annotation).toContain(' is not a placeholder for ');
    expect(annotation?.replaceAll(/%(?:25|3A|2C|0A|0D)/g, '')).not.toContain('%');
    expect(rest).toEqual(['']);
  });

  it('names files as seen from where the command runs', async () => {
    expect(await lint({ 'app/.keep': '', 'lib/users.js': FOREIGN }, ['--format', 'github', '../lib'], 'app')).toMatch(/^::error file=\.\.\/lib\/users\.js,line=3,/);
  });

  it('shows files that do not parse', async () => {
    expect(await lint({ 'a.js': 'let x =;' }, ['--format', 'github', '.'])).toBe('::error file=a.js,line=1,col=8,title=syntax::Parsing error: Unexpected token\n');
  });

  it('is empty without findings', async () => {
    expect(await lint({ 'a.js': '' }, ['--format', 'github', '.'])).toBe('');
  });
});

describe('--format sarif', () => {
  it('gives rules with their pages, and findings with level, place and fingerprint', async () => {
    const run = await sarif({ 'src/my users.js': FOREIGN });
    expect(run.tool.driver).toMatchObject({ name: 'eslint-plugin-db', version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string });
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.originalUriBaseIds).toEqual({ SRCROOT: { uri: `${pathToFileURL(workspace?.folder ?? '').href}/` } });
    expect(run.invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
    const [result] = run.results;
    expect(run.results).toHaveLength(1);
    expect(result).toMatchObject({
      ruleId: 'db/no-foreign-placeholder',
      level: 'error',
      message: { text: expect.stringContaining('is not a placeholder for pg Pool') as string },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'src/my%20users.js', uriBaseId: 'SRCROOT' },
            region: { startLine: 3, startColumn: 44, endLine: 3, endColumn: 45 },
          },
        },
      ],
      partialFingerprints: { 'lineText/v1': expect.stringMatching(/^[0-9a-f]{32}:1$/) as string },
    });
    const rule = run.tool.driver.rules[result?.ruleIndex ?? -1];
    expect(rule?.id).toBe('db/no-foreign-placeholder');
    expect(rule?.helpUri).toMatch(/\/docs\/rules\/no-foreign-placeholder\.md$/);
    expect(rule?.shortDescription.text).not.toBe('');
  });

  it('keeps the fingerprint of a finding when its line moves, and tells equal lines apart', async () => {
    const query = FOREIGN.split('\n')[2] ?? '';
    const fingerprints = async (code: string): Promise<string[]> => {
      workspace?.remove();
      return (await sarif({ 'users.js': code })).results.map(({ partialFingerprints }) => partialFingerprints['lineText/v1'] ?? '');
    };
    const before = await fingerprints(`${FOREIGN}${query}\n`);
    expect(new Set(before).size).toBe(2);
    expect(await fingerprints(`// a new first line\n${FOREIGN}\n  ${query}\n`)).toEqual(before);
    expect(await fingerprints(FOREIGN.replace('users', 'accounts'))).not.toContain(before[0]);
  });

  it('tells of files that do not parse as a failure of the run, not as findings', async () => {
    const run = await sarif({ 'a.js': 'let x =;' });
    expect(run.results).toEqual([]);
    expect(run.invocations[0]?.executionSuccessful).toBe(false);
    expect(run.invocations[0]?.toolExecutionNotifications).toMatchObject([{ level: 'error', message: { text: 'Parsing error: Unexpected token' } }]);
  });

  it('is a complete log without findings', async () => {
    expect((await sarif({ 'a.js': '' })).results).toEqual([]);
  });
});
