import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { afterAll, describe, expect, it, vi } from 'vitest';
import plugin from '../../../src/index.js';
import { counters } from '../../../src/javascript/counters.js';
import { canHoldDatabaseCode } from '../../../src/javascript/resolve/gates.js';
import { readSettings } from '../../../src/settings/read-settings.js';
import { cases } from '../../rules/valid-settings.cases.js';

const db = { modules: { '@acme/db': { pool: 'pg.Pool', query: 'pg.Pool.query' } }, receivers: { 'ctx.db': 'pg.Pool', "c.get('db')": 'postgres.Sql' } };

describe('the gate for what the settings declare', () => {
  it.each([
    ['an import of the module', "import { query } from '@acme/db';", true],
    ['a require of the module', "const { query } = require('@acme/db');", true],
    ['a call on the receiver', "ctx.db.query('select 1');", true],
    ['a call on what is taken out', "const { db } = ctx;\ndb\n  .query('select 1');", true],
    ['a tag', "const sql = c.get('db');\nsql`select 1`;", true],
    ['half of the path', "ctx.store.query('select 1');", false],
    ['the words as parts of others', "ctxt.dbs.query('select 1');", false],
    ['the words, and no call', 'export const names = [ctx, db];', false],
    ['another text in the call', "c.get('log').query('select 1');", false],
    ['nothing at all', '', false],
  ])('lets %s through: %s', (_, text, expected) => {
    expect(canHoldDatabaseCode(text, 'file.js', false, readSettings(db))).toBe(expected);
    expect(canHoldDatabaseCode(text, 'file.js', false)).toBe(false);
  });

  it('saves a walk where nothing is mentioned', () => {
    const lint = (code: string): void => void new Linter().verify(code, [plugin.configs.all, { settings: { db } }], 'file.js');
    const before = counters.filesWalked;
    lint("other.query('select ?', [1]);");
    expect(counters.filesWalked).toBe(before);
    lint("ctx.db.query('select ?', [1]);");
    expect(counters.filesWalked).toBe(before + 1);
  });
});

describe('open gates', () => {
  const gate = '../../../src/javascript/resolve/gates.js';
  afterAll(() => vi.doUnmock(gate));
  const declared = [
    "export const f = (ctx) => ctx.db.query('select * from users where id = ?', [1]);",
    "import { query } from '@acme/db';\nawait query('select * from users where id = ?', [1]);",
    "export const f = (store) => store.query('select * from users where id = ?', [1]);",
    'export const one = 1;',
  ].map((code) => ({ code, settings: { db }, filename: 'file.js' }));
  const all = [...declared, ...cases.valid, ...cases.invalid];
  const lint = ({ configs }: typeof plugin): string[] =>
    all.map(({ code, settings = {}, filename = 'file.js' }) => JSON.stringify(new Linter().verify(code, [{ ...configs.all, files: ['**'], settings, languageOptions: { parser: tseslint.parser } }], { filename })));

  it('change no report', async () => {
    const closed = lint(plugin);
    expect(closed.slice(0, 4).map((reports) => reports === '[]')).toEqual([false, false, true, true]);
    vi.resetModules();
    vi.doMock(gate, async (original) => ({ ...(await original<object>()), canHoldDatabaseCode: () => true }));
    const { default: open } = await import('../../../src/index.js');
    expect(lint(open)).toEqual(closed);
  });
});
