// A key that is misspelt: what `ctx.db` holds is not known
import { defineConfig } from 'eslint/config';
import db from 'eslint-plugin-db';

export default defineConfig([
  db.configs.recommended,
  { settings: { db: { receivers: { 'ctx.db': 'postgres.Sql' } } } },
]);
