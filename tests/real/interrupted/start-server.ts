import { createDatabase } from '../databases.js';
import { startPostgres } from '../server.js';

export default async function setup(): Promise<() => Promise<void>> {
  const server = await startPostgres();
  await createDatabase(server.address, `eslint_plugin_db_${process.pid}_interrupted`);
  if (process.env['END'] === 'setup fails') throw new Error('this setup fails after the server has started');
  return () => server.stop();
}
