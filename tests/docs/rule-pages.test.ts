import plugin from '../../src/index.js';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { definitions } from '../../src/rules/index.js';
import { driversOf } from './drivers-of.js';
import { lintExample, withReports } from './lint-example.js';
import { exampleFolders, examplesFolder, readExamples, type Ending, type ExampleFiles } from './read-examples.js';
import { renderRulePage } from './render-rule-page.js';

const pages = fileURLToPath(new URL('../../docs/rules/', import.meta.url));
const ids = Object.keys(definitions);

describe.each(Object.entries(definitions))('the page of %s', (id, definition) => {
  const page = `${pages}${id}.md`;

  it('exists', () => {
    expect(existsSync(page), `docs/rules/${id}.md is missing; copy its parts from another page`).toBe(true);
  });

  it('is up to date: `npm run update` writes it', async () => {
    const examples = await Promise.all(readExamples(`${examplesFolder}${id}`).map((example) => withReports(`${examplesFolder}${id}`, example)));
    const rendered = renderRulePage({ id, definition, examples, drivers: driversOf(definition), text: readFileSync(page, 'utf8') });
    await expect(rendered).toMatchFileSnapshot(page);
  });

  it('has the sections that every page has, and none is empty', () => {
    const [, ...sections] = readFileSync(page, 'utf8').split(/^## /m);
    const headings = sections.map((section) => section.split('\n')[0]);
    expect(sections.filter((section) => section.trim() === section.split('\n')[0])).toEqual([]);
    expect(headings).toEqual(['What it reports', 'Why it hurts', 'More examples', 'Options', 'Fix safety', 'When not to use it', 'Limits', 'Drivers']);
  });

  it('shows only what was seen: every example has been run', () => {
    const notRun = programsOf(id).filter(({ outcome }) => outcome === null);
    expect(notRun.map(({ name }) => name), 'run them: npm run update').toEqual([]);
  });

  it.each(programsOf(id).map((example) => [example.name, example] as const))('says of %s what happened when it ran', (_, { incorrect, outcome, settings }) => {
    const [report] = lintExample(incorrect, [plugin.configs.all, { settings: { ...settings } }]);
    expect(report && outcome && contradiction(report.message, outcome.incorrect)).toBe('');
  });
});

describe('what a report says', () => {
  const failed = { stdout: '', error: { name: 'error', code: '42601', message: 'syntax error at end of input' } };
  const wrapped = { stdout: '', error: { name: 'DrizzleQueryError', code: null, message: 'Failed query: select', cause: failed.error } };
  const told = { stdout: '', error: { name: 'PrismaClientKnownRequestError', code: 'P2010', message: 'Raw query failed. Code: `42601`. Message: `syntax error`' } };
  const empty = { stdout: '[]', error: null };

  it('may be a part of the message that was seen', () => {
    expect(contradiction('It never ends: it waits.', { stdout: '', error: { name: 'NeverEnds', code: null, message: '' } })).toBe('');
    expect(contradiction('Wrong. It fails with 42601 `syntax error`. Write `$1`.', failed)).toBe('');
    expect(contradiction('Wrong. Nothing fails: no row is found.', empty)).toBe('');
    expect(contradiction('Wrong. It fails: nobody knows it.', failed)).toBe('');
    expect(contradiction('Wrong. It fails with 42601 `syntax error`.', wrapped)).toBe('');
    expect(contradiction('Wrong. It fails with 42601 `syntax error`.', told)).toBe('');
    expect(contradiction('It fails: it is no list.', failed)).toBe('');
  });

  it('is reported when something else was seen', () => {
    expect(contradiction('It never ends: it waits.', empty)).toBe('It says that it never ends, but it did.');
    expect(contradiction('It fails with 08P01 `syntax error`.', failed)).toBe('It says 08P01, but 42601 was seen.');
    expect(contradiction('It fails with `syntax error`.', failed)).toBe('It says no code, but 42601 was seen.');
    expect(contradiction('It fails with 42601 `bind message`.', failed)).toBe('It says "bind message", but "syntax error at end of input" was seen.');
    expect(contradiction('Nothing fails: it finds nothing.', failed)).toBe('It says that nothing fails, but "syntax error at end of input" was seen.');
    expect(contradiction('It fails with 42601 `syntax error`.', empty)).toBe('It says that it fails, but nothing failed.');
    expect(contradiction('It fails: it is no list.', empty)).toBe('It says that it fails, but nothing failed.');
    expect(contradiction('It fails with 42601 `syntax`.', told)).toBe('It says 42601, but P2010 was seen.');
    expect(contradiction('It fails: nobody knows it.', empty)).toBe('It says that it fails, but nothing failed.');
    expect(contradiction('It fails with 08P01 `syntax error`.', wrapped)).toBe('It says 08P01, but none was seen.');
    expect(contradiction('Wrong.', failed)).toBe('It does not say what happens.');
  });
});

describe('orphans', () => {
  it('every page in docs/rules has its rule', () => {
    expect(readdirSync(pages).sort()).toEqual(ids.map((id) => `${id}.md`));
  });

  it('every folder in tests/examples has its rule', () => {
    expect(exampleFolders()).toEqual(ids);
  });

  it('every rule has its cases and its test, and all cases have their rule', () => {
    const files = readdirSync(new URL('../rules/', import.meta.url));
    expect(files.filter((file) => file.endsWith('.cases.ts')).sort()).toEqual(ids.map((id) => `${id}.cases.ts`));
    expect(files).toEqual(expect.arrayContaining(ids.map((id) => `${id}.test.ts`)));
  });
});

/** The examples that are programs: what configurations report is seen while their page is rendered. */
function programsOf(id: string): ExampleFiles[] {
  return readExamples(`${examplesFolder}${id}`).filter(({ code }) => code === null);
}

/** How a report's message differs from what happened when the program ran; empty when it does not. */
function contradiction(message: string, { error }: Ending): string {
  if (message.includes('Nothing fails: ')) return error === null ? '' : `It says that nothing fails, but "${error.message}" was seen.`;
  if (message.includes('It never ends: ')) return error?.name === 'NeverEnds' ? '' : 'It says that it never ends, but it did.';
  if (message.includes('It fails: ')) return error === null ? 'It says that it fails, but nothing failed.' : '';
  if (message.includes('It fails: ')) return error === null ? 'It says that it fails, but nothing failed.' : '';
  const [, code = null, text] = /It fails with (?:(\w+) )?`(.+?)`\./.exec(message) ?? [];
  if (text === undefined) return 'It does not say what happens.';
  if (error === null) return 'It says that it fails, but nothing failed.';
  const { cause } = error;
  // An ORM puts the server's error into one of its own, or says its code and message in its own message.
  if (cause !== undefined && code === cause.code && cause.message.includes(text)) return '';
  if (code !== null && error.message.includes(`Code: \`${code}\`. Message: \`${text}\``)) return '';
  if (code !== error.code) return `It says ${code ?? 'no code'}, but ${error.code ?? 'none'} was seen.`;
  return error.message.includes(text) ? '' : `It says "${text}", but "${error.message}" was seen.`;
}
