import { test } from 'vitest';

// vitest's worker outlives a run that is killed; nobody would end it.
process.once('disconnect', () => process.exit());

test('ends as END says', async () => {
  console.log('the test is running');
  if (process.env['END'] === 'test fails') throw new Error('this test fails');
  if (process.env['END'] !== 'well') await new Promise(() => setInterval(() => undefined, 1000));
});
