import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { createWorkspace, FIXED, FOREIGN, type Outcome, type Workspace } from './workspace.js';

let workspace: Workspace | null = null;
afterEach(() => {
  workspace?.remove();
  workspace = null;
});

async function lint(files: Readonly<Record<string, string>>, argv: readonly string[], below?: string): Promise<Outcome> {
  workspace = createWorkspace(files);
  return await workspace.lint(argv, below);
}

/** `path:line:column rule` of a report in JSON. */
function findings({ out }: Outcome): string[] {
  const results = JSON.parse(out) as { filePath: string; messages: { line: number; column: number; ruleId: string | null; message: string }[] }[];
  const root = `${workspace?.folder ?? ''}/`;
  return results.flatMap(({ filePath, messages }) => messages.map(({ line, column, ruleId, message }) => `${filePath.replace(root, '')}:${String(line)}:${String(column)} ${ruleId ?? message}`));
}

describe('db-lint', () => {
  it('reports on the exact characters without any configuration file, and exits with 1', async () => {
    const outcome = await lint({ 'src/users.js': FOREIGN }, ['--format', 'json', 'src']);
    expect(findings(outcome)).toEqual(['src/users.js:3:44 db/no-foreign-placeholder']);
    expect(outcome.code).toBe(1);
    expect(outcome.error).toBe('');
  });

  it('does not read the configuration of the project', async () => {
    const outcome = await lint({ 'eslint.config.js': 'throw new Error("read")', 'users.js': FOREIGN }, ['--format', 'json', 'users.js']);
    expect(findings(outcome)).toEqual(['users.js:3:44 db/no-foreign-placeholder']);
  });

  it('says nothing and exits with 0 when there is nothing to say', async () => {
    expect(await lint({ 'users.js': FIXED }, ['.'])).toEqual({ code: 0, out: '', error: '' });
  });

  it('lints the current folder when no path is given', async () => {
    const outcome = await lint({ 'lib/users.js': FOREIGN, 'other/users.js': FOREIGN }, ['--format', 'json'], 'lib');
    expect(findings(outcome)).toEqual(['lib/users.js:3:44 db/no-foreign-placeholder']);
  });

  it('reads every kind of JavaScript and TypeScript file', async () => {
    const typed = "import { Pool } from 'pg';\nconst pool: Pool = new Pool();\nvoid pool.query('select ?', [1 as number]);\n";
    const outcome = await lint(
      {
        'a.js': FOREIGN,
        'b.mjs': "import { Pool } from 'pg';\nawait new Pool().query('select ?', [1]);\n",
        'c.cjs': `${FOREIGN}return;\n`,
        'd.jsx': `${FOREIGN}const page = <p>{pool}</p>;\n`,
        'e.ts': `${typed}const id = <number>one;\n`,
        'f.mts': typed,
        'g.cts': `import pg = require('pg');\nnew pg.Pool().query('select ?', [1]);\n`,
        'h.tsx': `${typed}const page = <p>{pool}</p>;\n`,
        'i.js': `#!/usr/bin/env node\n${FOREIGN}`,
        'j.js': "if (process.argv[2]) return;\nconst { Pool } = require('pg');\nnew Pool().query('select ?', [1]);\n",
        'k.js': "const { Pool } = require('pg');\nawait new Pool().query('select ?', [1]);\n",
        'l.d.ts': 'export declare const pool: import("pg").Pool;\n',
        'm.js': `\uFEFF${FOREIGN}`,
      },
      ['--format', 'json', '.'],
    );
    const places = ['a.js:3:44', 'b.mjs:2:32', 'c.cjs:3:44', 'd.jsx:3:44', 'e.ts:3:25', 'f.mts:3:25', 'g.cts:2:29', 'h.tsx:3:25', 'i.js:4:44', 'j.js:3:26', 'k.js:2:32', 'm.js:3:44'];
    expect(findings(outcome)).toEqual(places.map((place) => `${place} db/no-foreign-placeholder`));
  });

  it('lints paths outside the current folder', async () => {
    const outcome = await lint({ 'app/.keep': '', 'lib/users.js': FOREIGN }, ['--format', 'json', '../lib/users.js'], 'app');
    expect(findings(outcome)).toEqual(['lib/users.js:3:44 db/no-foreign-placeholder']);
  });

  it('takes globs, and folders whose names look like one', async () => {
    const files = { 'app/[id]/users.js': FOREIGN, 'app/other/users.js': FOREIGN, 'app/other/users.ts': FOREIGN };
    expect(findings(await lint(files, ['--format', 'json', 'app/**/*.ts']))).toEqual(['app/other/users.ts:3:44 db/no-foreign-placeholder']);
    workspace?.remove();
    expect(findings(await lint(files, ['--format', 'json', 'app/[id]']))).toEqual(['app/[id]/users.js:3:44 db/no-foreign-placeholder']);
  });

  it('leaves out what nobody edits, also when it is named', async () => {
    const outcome = await lint({ 'node_modules/a/index.js': FOREIGN, 'dist/a.js': FOREIGN, 'a.min.js': FOREIGN }, ['dist', 'a.min.js', 'node_modules/a/index.js']);
    expect(outcome).toMatchObject({ code: 0, out: '' });
    expect(outcome.error).toContain('no JavaScript or TypeScript to lint in dist, a.min.js, node_modules/a/index.js');
  });

  it('reports a file that does not parse at its place, goes on with the others, and exits with 1', async () => {
    const outcome = await lint({ 'a.ts': 'export {};\nconst x: = 1;\n', 'b.js': FIXED, 'c.js': FOREIGN }, ['--format', 'json', '.']);
    expect(findings(outcome)).toEqual(['a.ts:2:10 Parsing error: Unexpected token', 'c.js:3:44 db/no-foreign-placeholder']);
    expect(outcome.code).toBe(1);
    workspace?.remove();
    expect((await lint({ 'a.ts': 'const x: = 1;' }, ['.'])).code).toBe(1);
  });

  it('fixes what is certain and leaves the rest', async () => {
    const outcome = await lint({ 'users.js': FOREIGN }, ['--fix', '.']);
    expect(workspace?.read('users.js')).toBe(FIXED);
    expect(outcome).toEqual({ code: 0, out: '', error: '' });
  });

  it('writes no file without --fix', async () => {
    await lint({ 'users.js': FOREIGN }, ['.']);
    expect(workspace?.read('users.js')).toBe(FOREIGN);
  });

  it.each(['recommended', 'strict', 'all'])('knows the preset %s', async (preset) => {
    expect((await lint({ 'users.js': FOREIGN }, ['--preset', preset, '.'])).out).toContain('db/no-foreign-placeholder');
  });

  it('prints the version and the help', async () => {
    const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };
    expect(await lint({}, ['--version'])).toEqual({ code: 0, out: `${version}\n`, error: '' });
    const help = await lint({}, ['--help']);
    expect(help).toMatchObject({ code: 0, error: '' });
    for (const option of ['--preset', '--fix', '--format', '--quiet', '--max-warnings', '--version']) expect(help.out).toContain(option);
  });
});

describe('wrong usage ends with 2 and says what is wrong', () => {
  it.each([
    [['missing.js'], 'No such file or folder: missing.js'],
    [['--preset', 'mild', '.'], '--preset takes recommended, strict, all, not "mild".'],
    [['--format', 'xml', '.'], '--format takes stylish, json, github, sarif, not "xml".'],
    [['--max-warnings', 'few', '.'], '--max-warnings takes a whole number, not "few".'],
    [['--max-warnings=-1', '.'], '--max-warnings takes a whole number, not "-1".'],
    [['--nonsense', '.'], "Unknown option '--nonsense'"],
  ])('%j', async (argv, message) => {
    const outcome = await lint({ 'users.js': FIXED }, argv);
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.error).toContain(message);
    expect(outcome.error).not.toContain('    at ');
  });
});

describe('comments for ESLint', () => {
  it('that disable our rules work, those for other plugins do nothing', async () => {
    const query = "pool.query('select ?', [1]);";
    const outcome = await lint(
      {
        'users.js': [
          '/* eslint-env node */',
          '/* eslint no-undef: error, other/rule: "error", quotes: ["error", "double"] */',
          '/* eslint other/plugin: 2 */',
          '/* global pg: nonsense */',
          "const pool = new (require('pg').Pool)(); // eslint-disable-line other/rule",
          `${query} // eslint-disable-line`,
          `${query} // eslint-disable-line db/no-foreign-placeholder -- an old server`,
          '// eslint-disable-next-line other/rule, db/no-foreign-placeholder',
          query,
          '// eslint-disable-next-line other/rule',
          query,
          '/* eslint-disable db/no-foreign-placeholder */',
          query,
          '/* eslint-enable db/no-foreign-placeholder */',
          query,
        ].join('\n'),
      },
      ['--format', 'json', '.'],
    );
    expect(findings(outcome)).toEqual(['users.js:11:20 db/no-foreign-placeholder', 'users.js:15:20 db/no-foreign-placeholder']);
  });

  it('that configure our rules work, also between others', async () => {
    const warning = await lint({ 'users.js': `/* eslint no-undef: error, "db/no-foreign-placeholder": ["warn"], quotes: ["error", "double"] */\n${FOREIGN}` }, ['--format', 'github', '.']);
    expect(warning.out).toMatch(/^::warning file=users\.js,line=4,/);
    expect(warning.code).toBe(0);
    workspace?.remove();
    expect(await lint({ 'users.js': `/* eslint db/no-foreign-placeholder: off */\n${FOREIGN}` }, ['.'])).toEqual({ code: 0, out: '', error: '' });
  });
});

describe('warnings', () => {
  const warns = `/* eslint db/no-foreign-placeholder: 1 */\n${FOREIGN}${FOREIGN.split('\n')[2] ?? ''}\n`;

  it('fail a run only above --max-warnings', async () => {
    expect(await lint({ 'users.js': warns }, ['.'])).toMatchObject({ code: 0, error: '' });
    workspace?.remove();
    expect(await lint({ 'users.js': warns }, ['--max-warnings', '2', '.'])).toMatchObject({ code: 0, error: '' });
    workspace?.remove();
    const failed = await lint({ 'users.js': warns }, ['--max-warnings', '1', '.']);
    expect(failed).toMatchObject({ code: 1, error: 'db-lint: too many warnings (2; --max-warnings allows 1).\n' });
  });

  it('are hidden by --quiet, but counted', async () => {
    const quiet = await lint({ 'users.js': warns, 'other.js': FOREIGN }, ['--quiet', '--format', 'json', '--max-warnings', '0', '.']);
    expect(findings(quiet)).toEqual(['other.js:3:44 db/no-foreign-placeholder']);
    expect(quiet.error).toContain('too many warnings (2;');
  });
});

describe('the built command', () => {
  const execute = promisify(execFile);
  const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
  const spawn = async (argv: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Outcome> => {
    const options = { cwd: workspace?.folder, env: { ...process.env, ...environment } };
    try {
      const { stdout, stderr } = await execute(process.execPath, ['--import', import.meta.resolve('tsx'), main, ...argv], options);
      return { code: 0, out: stdout, error: stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, out: stdout, error: stderr };
    }
  };

  it('reports in the form people read, and sets the exit code', async () => {
    workspace = createWorkspace({ 'users.js': FOREIGN });
    const outcome = await spawn(['.']);
    expect(outcome.code).toBe(1);
    expect(outcome.error).toBe('');
    expect(outcome.out).toContain(`${workspace.folder}/users.js`);
    expect(outcome.out).toMatch(/3:44 +error +`\?` in "[^"]+" is not a placeholder/);
    expect(outcome.out).toContain('1 problem (1 error, 0 warnings)');
  }, 30_000);

  it('says why it cannot run where oxc-parser has no binary', async () => {
    workspace = createWorkspace({ 'users.js': FOREIGN });
    const outcome = await spawn(['.'], { NODE_OPTIONS: `--require ${fileURLToPath(new URL('../fixtures/without-oxc-binary.cjs', import.meta.url))}` });
    expect(outcome.code).toBe(2);
    expect(outcome.error).toContain(`The parser (oxc-parser) does not load on ${process.platform}-${process.arch}: its binary was not installed.`);
    expect(outcome.error).not.toContain('    at ');
  }, 30_000);
});
