import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes files below a folder, with the folders they need. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A service with one foreign placeholder at line 5, columns 44 and 45 (from 1), and what it becomes. */
export const FOREIGN = `import { Pool } from 'pg';

const pool = new Pool();
export async function findUser(id) {
  return pool.query('select * from users where id = ?', [id]);
}
`;
export const FIXED = FOREIGN.replace('?', '$1');
export const PLACE = { line: 5, column: FOREIGN.split('\n')[4]?.indexOf('?') ?? -1 } as const;
