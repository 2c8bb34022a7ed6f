import { describe, expect, it } from 'vitest';
import type { PoolerFacts } from '../../src/facts/pooler-schema.js';
import { declaredPooler, environmentTemplates, otherAddresses, poolers } from '../../src/facts/poolers.js';

/** The first entry that an address fits, as readers look it up. */
function entryFor(address: string): PoolerFacts | undefined {
  const [, host = '', port = '5432'] = /^(.+?)(?::(\d+))?$/.exec(address) ?? [];
  return poolers.find((facts) => (facts.host?.test(host) ?? true) && (facts.port === undefined || facts.port === Number(port)));
}

describe('poolers', () => {
  it.each(poolers.map((facts) => [facts.title, facts] as const))('%s is found by its example, and says where it is written', (_, facts) => {
    expect(entryFor(facts.example ?? '')).toBe(facts);
    expect(facts.source).toMatch(/^https:\/\//);
    expect(facts.read).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it.each(['localhost:6432', 'pgbouncer:6432', 'localhost:6543', 'db.example.com:6543', 'supabase.com:6543', 'pooler.supabase.com.example.com:6543', 'my-pooler.example.com'])('%s says nothing', (address) => {
    expect(entryFor(address)).toBeUndefined();
  });

  it('is at least something that goes wrong, where the user declares one', () => {
    expect(declaredPooler).toMatchObject({ mode: 'transaction', prepared: 'no', startup: 'refused' });
  });
});

it('environment files with secrets are no templates', () => {
  expect(environmentTemplates.filter((name) => /^\.env(?:\.(?:local|development|production|test))?$/.test(name))).toEqual([]);
});

it.each(['DIRECT_URL', 'directUrl', 'DATABASE_URL_UNPOOLED', 'POSTGRES_URL_NON_POOLING', 'MIGRATION_DATABASE_URL', 'TEST_DATABASE_URL'])('%s is an address without the pooler', (name) => {
  expect(otherAddresses.test(name)).toBe(true);
});
