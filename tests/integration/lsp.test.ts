/** What an editor shows: a real ESLint language server, driven as an editor drives it. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { FIXED, FOREIGN, PLACE, writeFiles } from './files.js';
import { applyEdits, LanguageClient, type Diagnostic } from './language-client.js';

const { eslint10, languageServer } = inject('installs');

describe('in an editor', () => {
  const folder = writeFiles(join(eslint10, 'editor'), {
    'eslint.config.mjs': "import db from 'eslint-plugin-db';\nexport default [db.configs.recommended];\n",
    'users.js': FOREIGN,
  });
  const uri = pathToFileURL(join(folder, 'users.js')).href;
  const client = new LanguageClient(join(languageServer, 'node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server'), folder);
  let diagnostics: readonly Diagnostic[] = [];

  beforeAll(async () => {
    await client.initialize(folder);
    client.open(uri, 'javascript', FOREIGN);
    diagnostics = await client.diagnostics(uri);
  });
  afterAll(async () => {
    await client.stop();
  });

  it('the placeholder alone is underlined, and the link leads to the page of the rule', () => {
    expect(diagnostics).toEqual([
      {
        code: 'db/no-foreign-placeholder',
        codeDescription: { href: expect.stringMatching(/\/docs\/rules\/no-foreign-placeholder\.md$/) as string },
        message: expect.stringContaining('is not a placeholder for pg Pool') as string,
        // The protocol counts lines and characters from 0.
        range: { start: { line: PLACE.line - 1, character: PLACE.column }, end: { line: PLACE.line - 1, character: PLACE.column + 1 } },
        severity: 1,
        source: 'eslint',
      },
    ]);
    expect(FOREIGN.split('\n')[PLACE.line - 1]?.[PLACE.column]).toBe('?');
  });

  it('the quick fix writes the placeholder of the driver', async () => {
    const [diagnostic] = diagnostics;
    if (diagnostic === undefined) throw new Error('no diagnostic');
    const actions = await client.codeActions(uri, diagnostic);
    const fix = actions.find(({ command }) => command?.command === 'eslint.applySingleFix');
    if (fix === undefined) throw new Error(`no fix among ${actions.map(({ title }) => title).join(', ')}`);
    expect(fix.title).toBe('Fix this db/no-foreign-placeholder problem');
    expect(applyEdits(FOREIGN, await client.execute(fix))).toBe(FIXED);
  });

  it('the report goes when the text is repaired, and comes back', async () => {
    client.change(uri, 2, FIXED);
    expect(await client.diagnostics(uri)).toEqual([]);
    client.change(uri, 3, `\n${FOREIGN}`);
    expect((await client.diagnostics(uri)).map(({ range }) => range.start)).toEqual([{ line: PLACE.line, character: PLACE.column }]);
  });
});
