/** What the user declares about poolers: `settings.db.pooler` and `settings.db.envFiles`. A wrong value counts as none. */
export interface PoolerSettings {
  readonly mode: 'transaction' | 'session' | 'none' | null;
  /** Environment files to read in place of the templates. */
  readonly envFiles: readonly string[] | null;
}

export function poolerSettings(settings: unknown): PoolerSettings {
  const db = propertyOf(settings, 'db');
  const [mode, files] = [propertyOf(db, 'pooler'), propertyOf(db, 'envFiles')];
  return {
    mode: mode === 'transaction' || mode === 'session' || mode === 'none' ? mode : null,
    envFiles: Array.isArray(files) && files.every((file) => typeof file === 'string') ? files : null,
  };
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
