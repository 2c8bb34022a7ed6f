/** A folder with files for one test, and the command run in it without a process of its own. */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../src/cli/run.js';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

export interface Workspace {
  readonly folder: string;
  read(path: string): string;
  /** Runs the command; the folder of the run may be one below. */
  lint(argv: readonly string[], below?: string): Promise<Outcome>;
  remove(): void;
}

export function createWorkspace(files: Readonly<Record<string, string>>): Workspace {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'db-lint-')));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return {
    folder,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    async lint(argv, below = '.') {
      let out = '';
      let error = '';
      const code = await run(argv, {
        cwd: join(folder, below),
        out: (text) => void (out += text),
        error: (text) => void (error += text),
      });
      return { code, out, error };
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A module with one foreign placeholder at line 3, columns 44 to 45 (from 1). */
export const FOREIGN = `const { Pool } = require('pg');
const pool = new Pool();
pool.query('select * from users where id = ?', [1]);
`;
export const FIXED = FOREIGN.replace('?', '$1');
