import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { drivers } from '../../src/facts/drivers/index.js';
import { readHandle } from '../../src/settings/handle-names.js';
import { readSettings } from '../../src/settings/read-settings.js';
import { renderSettingsPage } from './render-settings.js';

const page = fileURLToPath(new URL('../../docs/settings.md', import.meta.url));
const fixtures = fileURLToPath(new URL('../fixtures/settings/', import.meta.url));
const files = { configuration: readFileSync(`${fixtures}complete.config.js`, 'utf8'), cache: readFileSync(`${fixtures}cached.config.js`, 'utf8') };
const render = (text: string): string => renderSettingsPage(text, drivers, files);

async function lintWith(name: string, code: string): Promise<string[]> {
  const { default: config } = (await import(`${fixtures}${name}`)) as { default: Linter.Config[] };
  return new Linter().verify(code, config, 'file.js').map(({ ruleId }) => ruleId ?? 'fatal');
}

describe('the page on settings', () => {
  it('is up to date: `npm run update` writes it', async () => {
    await expect(render(readFileSync(page, 'utf8'))).toMatchFileSnapshot(page);
  });

  it('shows a configuration that works', async () => {
    const code = "import { query, getClient } from '@acme/db';\nawait query('select ?', [1]);\nconst client = await getClient();\nawait client.query('select ?', [1]);\n";
    expect(await lintWith('complete.config.js', code)).toEqual(['db/no-foreign-placeholder', 'db/no-foreign-placeholder']);
    expect(await lintWith('cached.config.js', "import { query } from '@acme/db';\nimport pg from 'pg';\nawait new pg.Pool().query('select ?', [1]);\n")).toEqual(['db/no-foreign-placeholder']);
  });

  it('names in its text only handles and settings that there are', () => {
    const text = readFileSync(page, 'utf8').replace(/<!-- begin generated: [^]*?<!-- end generated: .*-->/g, '');
    const blocks = [...text.matchAll(/```js\n([^]*?)```/g)].flatMap((match) => match[1] ?? []);
    const handles = [...text.matchAll(/`'?((?:pg|mysql2|mysql2\/promise|knex|postgres|kysely|pg-promise)\.\w[^`']*?)'?`/g)].flatMap((match) => match[1] ?? []);
    expect([blocks.length, handles.length > 4]).toEqual([2, true]);
    expect(handles.filter((name) => 'reason' in readHandle(name))).toEqual([]);
    for (const block of blocks) {
      expect(readSettings(runInNewContext(`({ ${block} })`)).problems, block).toEqual([]);
    }
  });

  it('without one of its regions is reported', () => {
    expect(() => render('# Settings')).toThrow('The page lacks the region "configuration", "handles", "cache".');
  });
});
