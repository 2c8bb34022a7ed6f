import { expect, it } from 'vitest';
import { defineSettings, type DbSettings } from '../../src/config.js';
import { cases } from '../rules/valid-settings.cases.js';

it('settings that have a meaning are given back', () => {
  const settings: DbSettings = { modules: { '@acme/db': { pool: 'pg.Pool' } }, pooler: 'session', cacheKey: '1f' };
  expect(defineSettings(settings)).toBe(settings);
  expect(defineSettings({})).toEqual({});
});

it('each mistake is told, in one error', () => {
  // @ts-expect-error The types say so, too.
  expect(() => defineSettings({ pooler: 'transactions', modul: {} })).toThrow(
    new TypeError('eslint-plugin-db: `settings.db.pooler` is "transactions". Write "transaction".\n`settings.db.modul` is no setting. Write `modules`.'),
  );
});

it.each(cases.invalid.map((invalid) => [invalid.name, invalid] as const))('what the rule reports is thrown: %s', (_, { settings, errors }) => {
  const define = (): unknown => defineSettings(settings?.['db'] as DbSettings);
  expect(define).toThrow(TypeError);
  for (const { message } of errors) if (message !== undefined) expect(define).toThrow(message);
});

it.each(cases.valid.filter(({ code }) => code.includes('new Pool()')).map((valid) => [valid.name, valid] as const))('what the rule lets pass is given back: %s', (_, { settings }) => {
  expect(() => defineSettings((settings?.['db'] ?? {}) as DbSettings)).not.toThrow();
});
