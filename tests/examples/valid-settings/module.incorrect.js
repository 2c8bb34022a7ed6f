// A handle that is misspelt: what the module exports is not known
import { defineConfig } from 'eslint/config';
import db from 'eslint-plugin-db';

export default defineConfig([
  db.configs.recommended,
  { settings: { db: { modules: { '@acme/db': { pool: 'pg.Pol' } } } } },
]);
