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

let isLogged = false;

/** Says once, to those who ask for it, why other files are not read. */
export function logUnavailable(error: unknown): void {
  if (isLogged || !(process.env['DEBUG'] ?? '').includes('eslint-plugin-db')) return;
  isLogged = true;
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`eslint-plugin-db: oxc does not load on ${process.platform}-${process.arch}, so imports are not followed into other files.\n${reason}\n`);
}
