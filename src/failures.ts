/**
 * What happens when our own code throws at lint time. Users see nothing, unless they ask: `DEBUG=eslint-plugin-db`
 * prints the failure. Tests set `DEBUG=eslint-plugin-db:throw`, so that no failure passes unseen.
 */
export function logFailure(where: string, file: string, error: unknown): void {
  const debug = process.env['DEBUG'] ?? '';
  if (debug.includes('eslint-plugin-db:throw')) throw error;
  if (!debug.includes('eslint-plugin-db')) return;
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`eslint-plugin-db: ${where} failed on ${file}; the file is skipped.\n${reason}\n`);
}
