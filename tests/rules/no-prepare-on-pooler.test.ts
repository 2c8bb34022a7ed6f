import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Linter } from 'eslint';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { cases } from './no-prepare-on-pooler.cases.js';
import { runCases } from './run-cases.js';

runCases('no-prepare-on-pooler', cases);

const host = 'aws-0-eu-central-1.pooler.supabase.com';
const address = `postgresql://postgres.abc:s3cr3t@${host}:6543/postgres`;
const sql = (code: string): string => `import postgres from 'postgres';\n${code}\nexport const now = () => sql\`select now()\`;\n`;
const byVariable = sql('const sql = postgres(process.env.DATABASE_URL);');

describe('an address in an environment file', () => {
  let root = '';
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const lint = (code: string, settings: Readonly<Record<string, unknown>> = {}, file = 'src/db.js'): Linter.LintMessage[] =>
    new Linter({ cwd: root }).verify(code, [{ plugins: { db: plugin }, rules: { 'db/no-prepare-on-pooler': 'error' }, settings }], { filename: join(root, file) });
  const messages = (...args: Parameters<typeof lint>): string[] => lint(...args).map(({ message }) => message);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'pooler-'));
    write('package.json', '{}');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is read from the committed template; the message names file and variable, and never the value', () => {
    write('.env.example', `# Postgres\nexport DATABASE_URL="${address}" # pooled`);
    const [message, second] = lint(byVariable);
    expect(second).toBeUndefined();
    expect(message).toMatchObject({ messageId: 'automatic', line: 2, column: 22, endColumn: 46, suggestions: [{ messageId: 'set' }] });
    expect(message?.message).toBe(
      '`postgres` prepares each statement on one connection, and through Supabase\'s transaction pooler (`DATABASE_URL` in `.env.example`) the next query may get another. It fails: a transaction with 26000 `prepared statement "…" does not exist`, and under load other queries give rows with the columns of another one, or never settle. Set `prepare: false`.',
    );
    expect(JSON.stringify(message)).not.toMatch(/s3cr3t|supabase\.com/);
  });

  it.each([
    ['process.env', 'const sql = postgres(process.env.DATABASE_URL);'],
    ['a computed name', "const sql = postgres(process.env['DATABASE_URL']);"],
    ['import.meta.env', 'const sql = postgres(import.meta.env.DATABASE_URL);'],
    ['Bun.env', 'const sql = postgres(Bun.env.DATABASE_URL);'],
    ['Deno.env', "const sql = postgres(Deno.env.get('DATABASE_URL'));"],
    ['an imported process', "import process from 'node:process';\nconst sql = postgres(process.env.DATABASE_URL);"],
    ['an imported env', "import { env } from 'node:process';\nconst sql = postgres(env.DATABASE_URL);"],
    ['the environment of SvelteKit', "import { env } from '$env/dynamic/private';\nconst sql = postgres(env.DATABASE_URL);"],
    ['a variable of SvelteKit', "import { DATABASE_URL } from '$env/static/private';\nconst sql = postgres(DATABASE_URL);"],
    ['destructuring', 'const { DATABASE_URL } = process.env;\nconst sql = postgres(DATABASE_URL);'],
    ['destructuring with another name', 'const { DATABASE_URL: url } = process.env;\nconst sql = postgres(url);'],
    ['destructuring of process', 'const { env } = process;\nconst sql = postgres(env.DATABASE_URL);'],
    ['a constant', 'const url = process.env.DATABASE_URL;\nconst sql = postgres(url);'],
    ['the environment in a constant', 'const env = process.env;\nconst sql = postgres(env.DATABASE_URL);'],
    ['an object of constants', 'const config = { db: process.env.DATABASE_URL };\nconst sql = postgres(config.db);'],
    ['a conversion', 'const sql = postgres(String(process.env.DATABASE_URL).trim());'],
    ['a template', 'const sql = postgres(`${process.env.DATABASE_URL}`);'],
    ['something appended', "const sql = postgres(process.env.DATABASE_URL + '?sslmode=require');"],
    ['a fallback', "const sql = postgres(process.env.DATABASE_URL || 'postgres://localhost/shop');"],
  ])('is found by %s', (_, code) => {
    write('.env.example', `DATABASE_URL=${address}`);
    expect(messages(sql(code))).toEqual([expect.stringContaining('(`DATABASE_URL` in `.env.example`)')]);
  });

  it.each([
    ['a variable of that name', 'const process = { env: {} };\nconst sql = postgres(process.env.DATABASE_URL);'],
    ['somebody else’s env', "import { env } from './env.js';\nconst sql = postgres(env.DATABASE_URL);"],
    ['a parameter', 'const open = (env) => postgres(env.DATABASE_URL);\nconst sql = open(bindings);'],
    ['a variable that is written again', 'let url = process.env.DATABASE_URL;\nurl = other;\nconst sql = postgres(url);'],
    ['a name that is computed', 'const sql = postgres(process.env[name]);'],
    ['a function', "const sql = postgres(required('DATABASE_URL'));"],
    ['a constructor', 'const sql = postgres(new URL(process.env.DATABASE_URL));'],
    ['another variable', 'const sql = postgres(process.env.DIRECT_URL);'],
  ])('is not taken for that of %s', (_, code) => {
    write('.env.example', `DATABASE_URL=${address}\nDIRECT_URL=postgres://localhost/shop`);
    expect(messages(sql(code))).toEqual([]);
  });

  it('is put together from several variables, in the file or in the program', () => {
    write('.env.example', `DB_HOST=${host}\nDB_PORT='6543'\nDATABASE_URL="postgres://app:pw@\${DB_HOST}:$DB_PORT/app"`);
    expect(messages(byVariable)).toHaveLength(1);
    expect(messages(sql('const sql = postgres(`postgres://app:${process.env.DB_PASSWORD}@${process.env.DB_HOST}:${process.env.DB_PORT}/app`);'))).toEqual([expect.stringContaining('(`DB_HOST` in `.env.example`)')]);
    expect(messages(sql('const sql = postgres({ host: process.env.DB_HOST, port: Number(process.env.DB_PORT) });'))).toHaveLength(1);
    expect(messages(sql('const sql = postgres({ host: process.env.DB_HOST, port: parseInt(process.env.DB_PORT, 10) });'))).toHaveLength(1);
  });

  it.each([
    ['a server', 'postgres://app:pw@localhost:5432/app'],
    ['a session pooler', `postgres://app:pw@${host}:5432/app`],
    ['a pooler that tracks prepared statements', 'postgres://app:pw@ep-...-pooler.us-east-2.aws.neon.tech/app'],
    ['a place for the host', 'postgres://<user>:<password>@<host>:6543/<database>'],
    ['no URL', 'your database url here'],
    ['nothing', ''],
    ['half a URL', 'postgres://'],
    ['a host without a scheme', `${host}:6543`],
    ['quotes that do not end', `"postgres://app:pw@${host}:6543/app`],
  ])('is quiet when it is that of %s', (_, value) => {
    write('.env.example', `DATABASE_URL=${value}`);
    expect(messages(byVariable)).toEqual([]);
  });

  it('may have the places of a template in it', () => {
    write('.env.example', 'DATABASE_URL="postgresql://postgres.[YOUR-PROJECT-REF]:[YOUR-PASSWORD]@aws-0-[REGION].pooler.supabase.com:6543/postgres"');
    expect(messages(byVariable)).toHaveLength(1);
  });

  it('is taken from .env when the settings ask for it, and only then', () => {
    write('.env', `DATABASE_URL=${address}`);
    expect(messages(byVariable)).toEqual([]);
    expect(messages(byVariable, { db: { envFiles: ['.env'] } })).toEqual([expect.stringContaining('(`DATABASE_URL` in `.env`)')]);
    expect(messages(byVariable, { db: { envFiles: '.env' } })).toEqual([]);
    expect(messages(byVariable, { db: { envFiles: [] } })).toEqual([]);
    expect(messages(byVariable, { db: null })).toEqual([]);
  });

  it('is also that of a pool from another file', () => {
    write('package.json', '{ "type": "module", "dependencies": { "pg": "8.23.1" } }');
    write('src/db.js', "import { Pool } from 'pg';\n\nexport const pool = new Pool({ connectionString: process.env.DATABASE_URL });\n");
    write('src/literal.js', `import { Pool } from 'pg';\n\nexport const pool = new Pool({\n  connectionString: '${address}',\n});\n`);
    write('.env.example', `DATABASE_URL=${address}`);
    const users = (from: string): string => `import { pool } from './${from}.js';\nexport const find = (id) => pool.query({ name: 'find-user', text: 'select $1', values: [id] });\n`;
    expect(messages(users('db'), {}, 'src/users.js')).toEqual([expect.stringContaining('(`DATABASE_URL` in `.env.example`)')]);
    expect(messages(users('literal'), {}, 'src/users.js')).toEqual([expect.stringContaining("through Supabase's transaction pooler (src/literal.js:4) the next query")]);
    expect(messages(users('literal'), { db: { pooler: 'session' } }, 'src/users.js')).toEqual([]);
  });

  it('is fixed where the settings say so, too; the message still tells where the address is', () => {
    write('apps/web/.env.example', `DATABASE_URL=${address}`);
    const [message] = lint(byVariable, { db: { pooler: 'transaction' } }, 'apps/web/src/db.js');
    expect(message?.fix?.text).toBe(', { prepare: false }');
    expect(message?.message).toContain('(`DATABASE_URL` in `apps/web/.env.example`)');
  });

  it('of a server keeps the settings from being believed', () => {
    write('.env.example', 'DATABASE_URL=postgres://app:pw@db.abc.supabase.co:5432/app');
    expect(messages(byVariable, { db: { pooler: 'transaction' } })).toEqual([]);
  });

  it('does not say that tags are sent, where the package has Drizzle', () => {
    write('.env.example', `DATABASE_URL=${address}`);
    const exported = "import postgres from 'postgres';\nexport const client = postgres(process.env.DATABASE_URL);\n";
    expect(messages(exported)).toHaveLength(1);
    write('package.json', '{ "dependencies": { "drizzle-orm": "0.45.4", "postgres": "3.4.9" } }');
    expect(messages(exported)).toEqual([]);
    expect(messages(byVariable)).toHaveLength(1);
  });
});
