import { Linter } from 'eslint';
import { expect, it, vi } from 'vitest';
import plugin from '../../src/index.js';
import { toy } from './toy-language.js';

vi.mock('../../src/model/readers.js', async () => ({ readers: [(await import('./toy-language.js')).toyReader] }));

const config = [{ files: ['**/*.toy'], plugins: { toy: { languages: { toy } }, db: plugin }, language: 'toy/toy', rules: plugin.configs.all.rules }];

function lint(code: string): { text: string; rule: string | null }[] {
  const lines = code.split('\n');
  const messages = new Linter().verify(code, config as never, { filename: 'queries.toy' });
  return messages.map(({ line, column, endColumn, ruleId }) => ({ rule: ruleId, text: lines[line - 1]?.slice(column - 1, (endColumn ?? 0) - 1) ?? '' }));
}

it('drives two real rules on a language that is no JavaScript', () => {
  const code = ['query "select 1"', 'query "select * from t where id = ? and n = ?" with id, name', 'query "select $1, $2" with id'].join('\n');
  expect(lint(code)).toEqual([
    { rule: 'db/no-foreign-placeholder', text: '?' },
    { rule: 'db/no-placeholder-mismatch', text: '$2' },
  ]);
});

it('tells of wrong settings there, too', () => {
  const messages = new Linter().verify('query "select 1"', [...config, { settings: { db: { pooler: 'transactions' } } }] as never, { filename: 'queries.toy' });
  expect(messages.map(({ ruleId, line, column }) => [ruleId, line, column])).toEqual([['db/valid-settings', 1, 1]]);
});

it('fixes there, too', () => {
  const { output } = new Linter().verifyAndFix('query "select * from t where id = ?and n = ?" with id, name', config as never, { filename: 'queries.toy' });
  expect(output).toBe('query "select * from t where id = $1 and n = $2" with id, name');
});

it('is silent on a language without a reader', () => {
  const messages = new Linter().verify("import { Pool } from 'pg'; new Pool().query('select ?', [1]);", [{ files: ['**/*.js'], plugins: { db: plugin }, rules: plugin.configs.all.rules }], { filename: 'a.js' });
  expect(messages).toEqual([]);
});
