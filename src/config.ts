/** For `eslint.config.js`: typed settings, and the key that makes `eslint --cache` right. Loads no rule. */
import { problemText } from './settings/problems.js';
import { readSettings, type Pooler } from './settings/read-settings.js';

export { projectDigest, type DigestOptions } from './settings/project-digest.js';
export type { Pooler };

/** What `settings.db` may hold. */
export interface DbSettings {
  /**
   * Modules whose code cannot be followed, and what they export: `{ '@acme/db': { pool: 'pg.Pool', 'getClient()': 'pg.PoolClient' } }`.
   * A function that is a method of a handle is named as one: `{ query: 'pg.Pool.query' }`.
   */
  readonly modules?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  /** Expressions as code writes them, and what they hold where the code does not tell: `{ 'ctx.db': 'pg.Pool', 'this.db': 'pg.Pool' }`. */
  readonly receivers?: Readonly<Record<string, string>> | undefined;
  /** How a pooler in front of the server shares connections; `'none'` where there is none. */
  readonly pooler?: Pooler | undefined;
  /** Files with environment variables that rules may read: `['.env.example']`. */
  readonly envFiles?: readonly string[] | undefined;
  /** Has no meaning but that a change of it makes `eslint --cache` lint again: `projectDigest(import.meta.dirname)`. */
  readonly cacheKey?: string | undefined;
}

/** Gives the settings back. Throws for each mistake that the rule `db/valid-settings` would report. */
export function defineSettings(settings: DbSettings): DbSettings {
  const { problems } = readSettings(settings);
  if (problems.length > 0) throw new TypeError(`eslint-plugin-db: ${problems.map(problemText).join('\n')}`);
  return settings;
}
