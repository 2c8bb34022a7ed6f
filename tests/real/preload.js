// Loaded before an example: tells the harness over file descriptor 3 with which error the program ends.
import { writeSync } from 'node:fs';

process.on('uncaughtException', (error) => {
  writeSync(3, JSON.stringify(describe(error)));
  process.exit(1);
});

function describe(error) {
  if (!(error instanceof Error)) return { name: 'thrown', code: null, message: String(error) };
  const { name, code, message } = error;
  // Sequelize calls it the parent.
  const cause = error.cause ?? error.parent;
  return { name, code: code === undefined ? null : String(code), message, ...(cause instanceof Error && { cause: describe(cause) }) };
}
