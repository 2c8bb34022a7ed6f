import { hit, quiet } from './marked.js';
import type { RuleCases, ValidCase } from './rule-cases.js';

const supabase = 'postgresql://postgres.abc:secret@aws-0-eu-central-1.pooler.supabase.com:6543/postgres';
const session = 'postgresql://postgres.abc:secret@aws-0-eu-central-1.pooler.supabase.com:5432/postgres';
const dedicated = 'postgresql://postgres:secret@db.abc.supabase.co:6543/postgres';
const neon = 'postgresql://app:secret@ep-cool-darkness-123456-pooler.us-east-2.aws.neon.tech/shop?sslmode=require';

const postgres = (code: string): string => `import postgres from 'postgres';\n${code}`;
const tag = '\nawait sql`select 1`;';
const pg = (code: string): string => `import { Pool, Client } from 'pg';\n${code}`;
const pgPromise = (code: string): string => `import pgPromise from 'pg-promise';\nconst pgp = pgPromise();\n${code}`;
const bun = (code: string): string => `import { SQL } from 'bun';\n${code}`;

/** The user says that there is a pooler. */
const declared = <T extends ValidCase>(testCase: T, pooler = 'transaction'): T => ({ ...testCase, settings: { db: { pooler } } });
const only = <T extends ValidCase>(kind: string, testCase: T): T => ({ ...testCase, options: [{ kinds: [kind] }] });

const ofPostgres = 'It fails: a transaction with 26000 `prepared statement "…" does not exist`, and under load other queries give rows with the columns of another one, or never settle.';
const prepared = (source: string, pooler: string, outcome = ofPostgres): string => `\`${source}\` prepares each statement on one connection, and through ${pooler} the next query may get another. ${outcome} Set \`prepare: false\`.`;
const named = (name: string, pooler: string): string =>
  `\`${name}\` is prepared on one connection, and through ${pooler} the next query may get another. It fails with 42P05 \`prepared statement "${name}" already exists\`. Send the text without a name.`;
const startup = (name: string, pooler: string, advice = 'Set it for the role instead: `alter role … set …`.'): string =>
  `Connections start with the parameter \`${name}\`, which ${pooler} does not accept. It fails with 08P01 \`unsupported startup parameter: ${name}\`. ${advice}`;
const ofSupabase = "Supabase's transaction pooler";
const ofSettings = 'the transaction pooler (`settings.db.pooler`)';
const ofNeon = "Neon's pooler";

const suggested = (output: string): readonly ['set', string] => ['set', output];

export const cases: RuleCases = {
  valid: [
    // postgres.js: the option.
    quiet('prepare: false', postgres(`const sql = postgres('${supabase}', { prepare: false });${tag}`)),
    quiet('no_prepare: true', postgres(`const sql = postgres('${supabase}', { no_prepare: true });${tag}`)),
    quiet('the option in the address', postgres(`const sql = postgres('${supabase}?prepare=false');${tag}`)),
    quiet('an option that depends on the address', postgres(`const url = '${supabase}';\nconst sql = postgres(url, { prepare: !url.includes(':6543') });${tag}`)),
    quiet('options that are spread', postgres(`const sql = postgres('${supabase}', { ...options });${tag}`)),
    quiet('options from elsewhere', postgres(`const sql = postgres('${supabase}', options);${tag}`)),
    quiet('an option under a name that is computed', postgres(`const sql = postgres('${supabase}', { [key]: false });${tag}`)),
    // postgres.js: what is sent.
    quiet('Drizzle, which sends no tags', postgres(`import { drizzle } from 'drizzle-orm/postgres-js';\nconst client = postgres('${supabase}');\nexport const db = drizzle(client);`)),
    quiet('Drizzle in one go', postgres(`import { drizzle } from 'drizzle-orm/postgres-js';\nexport const db = drizzle(postgres('${supabase}'));`)),
    quiet('Drizzle with a configuration', postgres(`import { drizzle } from 'drizzle-orm/postgres-js';\nexport const client = postgres('${supabase}');\nexport const db = drizzle({ client, schema });`)),
    quiet('Kysely', postgres(`import { Kysely } from 'kysely';\nimport { PostgresJSDialect } from 'kysely-postgres-js';\nexport const db = new Kysely({ dialect: new PostgresJSDialect({ postgres: postgres('${supabase}') }) });`)),
    quiet('unsafe alone', postgres(`const sql = postgres('${supabase}');\nawait sql.unsafe('select $1', [1]);`)),
    quiet('passed to somebody who may send no tags', postgres(`const sql = postgres('${supabase}');\ncreateStore(sql);`)),
    // Addresses.
    quiet("Supabase's session pooler", postgres(`const sql = postgres('${session}');${tag}`)),
    quiet("Supabase's session pooler without a port", postgres(`const sql = postgres('${session.replace(':5432', '')}');${tag}`)),
    quiet("Supabase's dedicated pooler, of which nobody can tell", postgres(`const sql = postgres('${dedicated}');${tag}`)),
    quiet("Supabase's server", postgres(`const sql = postgres('${dedicated.replace('6543', '5432')}');${tag}`)),
    quiet("Neon's pooler tracks prepared statements", postgres(`const sql = postgres('${neon}');${tag}`)),
    quiet("Neon's pooler and a named query", pg(`const pool = new Pool({ connectionString: '${neon}' });\nawait pool.query({ name: 'find-user', text: 'select 1' });`)),
    quiet('port 6432 alone', postgres(`const sql = postgres('postgres://app:secret@pgbouncer.internal:6432/shop');${tag}`)),
    quiet('port 6543 alone', postgres(`const sql = postgres('postgres://app:secret@localhost:6543/shop');${tag}`)),
    quiet('a host that only looks like it', postgres(`const sql = postgres('postgres://app:secret@pooler.supabase.com.example.com:6543/shop');${tag}`)),
    quiet('the pooler as a user name', postgres(`const sql = postgres('postgres://aws-0.pooler.supabase.com:6543@localhost/shop');${tag}`)),
    quiet('another scheme', postgres(`const sql = postgres('mysql://app:secret@aws-0-eu-central-1.pooler.supabase.com:6543/shop');${tag}`)),
    quiet('no address at all', postgres(`const sql = postgres('aws-0-eu-central-1.pooler.supabase.com:6543');${tag}`)),
    quiet('a host that is not known', postgres(`const sql = postgres(\`postgres://app:secret@\${host}:6543/shop\`);${tag}`)),
    quiet('a port that is not known', postgres(`const sql = postgres(\`postgres://app:secret@aws-0-eu-central-1.pooler.supabase.com:\${port}/shop\`);${tag}`)),
    quiet('several hosts', postgres(`const sql = postgres('postgres://app:secret@db1,aws-0-eu-central-1.pooler.supabase.com:6543/shop');${tag}`)),
    quiet('an address and a host: which one counts is not judged', postgres(`const sql = postgres('${supabase}', { host: 'localhost', port: 5432 });${tag}`)),
    quiet('a record that somebody may have written to', postgres(`const config = { url: '${supabase}' };\nconfig.url = 'postgres://localhost/shop';\nconst sql = postgres(config.url);${tag}`)),
    quiet('an environment variable that no file sets', postgres(`const sql = postgres(process.env.DATABASE_URL);${tag}`)),
    quiet('a validated environment', postgres(`import { env } from './env.js';\nconst sql = postgres(env.DATABASE_URL);${tag}`)),
    // Who is called.
    quiet('a function of that name', `import postgres from './postgres.js';\nconst sql = postgres('${supabase}');${tag}`),
    quiet('a name that shadows the import', postgres(`function open(postgres) {\n  const sql = postgres('${supabase}');\n  return sql\`select 1\`;\n}`)),
    // pg and pg-promise.
    quiet('a query without a name', pg(`const pool = new Pool({ connectionString: '${supabase}' });\nawait pool.query({ text: 'select $1', values: [1] });`)),
    quiet('an empty name is none', pg(`const pool = new Pool({ connectionString: '${supabase}' });\nawait pool.query({ name: '', text: 'select 1' });`)),
    quiet('a name that is not written down', pg(`const pool = new Pool({ connectionString: '${supabase}' });\nawait pool.query({ name: queryName, text: 'select 1' });`)),
    quiet('a name in a package whose address nobody knows', pg("export const find = (client) => client.query({ name: 'find-user', text: 'select 1' });")),
    quiet('ParameterizedQuery', pgPromise(`const db = pgp('${supabase}');\nawait db.any(new pgp.ParameterizedQuery({ text: 'select 1' }));`)),
    quiet('a PreparedStatement, and two databases', pgPromise(`const db = pgp('${supabase}');\nconst other = pgp('postgres://localhost/shop');\nconst find = new pgp.PreparedStatement({ name: 'find-user', text: 'select 1' });\nawait db.any(find);\nawait other.any('select 1');`)),
    quiet('Neon by its own driver', `import { Pool } from '@neondatabase/serverless';\nconst pool = new Pool({ connectionString: process.env.DATABASE_URL });\nawait pool.query({ name: 'find-user', text: 'select 1' });`),
    declared(quiet('the driver of Neon talks to Neon alone', `import { Pool } from '@neondatabase/serverless';\nconst pool = new Pool({ connectionString: process.env.DATABASE_URL });\nawait pool.query({ name: 'find-user', text: 'select 1' });`)),
    // Bun.
    quiet('Bun with prepare: false', bun(`const sql = new SQL('${supabase}', { prepare: false });`)),
    quiet('Bun with the option in the address', bun(`const sql = new SQL('${supabase}?prepare=false');`)),
    declared(quiet('Bun on MySQL', bun("const sql = new SQL('mysql://localhost/shop');"))),
    // Startup parameters.
    quiet("Supabase says nothing of startup parameters", pg(`const pool = new Pool({ connectionString: '${supabase}', statement_timeout: 5000 });`)),
    declared(quiet('parameters that every PgBouncer knows', pg("const pool = new Pool({ application_name: 'shop', client_encoding: 'UTF8' });"))),
    declared(quiet('a time limit of the client', pg('const pool = new Pool({ query_timeout: 5000, connectionTimeoutMillis: 5000 });'))),
    declared(quiet('a parameter that is not sent', pg('const pool = new Pool({ statement_timeout: 0, lock_timeout: undefined, options: undefined });'))),
    declared(quiet('a parameter that may not be sent', pg('const pool = new Pool({ statement_timeout: config.timeout });'))),
    declared(quiet('a parameter that a spread record may take back', pg('const pool = new Pool({ statement_timeout: 5000, ...overrides });'))),
    declared(quiet('the endpoint of Neon in the options', pg(`const pool = new Pool({ connectionString: '${neon}', options: 'project=ep-cool-darkness-123456' });`))),
    declared(quiet('parameters of postgres.js that PgBouncer knows', postgres(`const sql = postgres({ prepare: false, connection: { application_name: 'shop', TimeZone: 'UTC' } });${tag}`))),
    declared(quiet('Slonik without time limits', "import { createPool } from 'slonik';\nconst pool = await createPool(process.env.DATABASE_URL, { statementTimeout: 'DISABLE_TIMEOUT', idleInTransactionSessionTimeout: 'DISABLE_TIMEOUT' });")),
    declared(quiet('Slonik with options from elsewhere', "import { createPool } from 'slonik';\nconst pool = await createPool(process.env.DATABASE_URL, options);")),
    declared(quiet('Knex on MySQL', "import knex from 'knex';\nconst db = knex({ client: 'mysql2', connection: { statement_timeout: 5 } });")),
    quiet('Slonik without a pooler', "import { createPool } from 'slonik';\nconst pool = await createPool(process.env.DATABASE_URL);"),
    // Settings.
    declared(quiet('no pooler', postgres(`const sql = postgres('${supabase}');${tag}`)), 'none'),
    declared(quiet('a session pooler', postgres(`const sql = postgres('${supabase}');${tag}`)), 'session'),
    declared(quiet('a wrong setting counts as none', postgres(`const sql = postgres(process.env.DATABASE_URL);${tag}`)), 'transactions'),
    declared(quiet('an address that is direct by its name', postgres(`const sql = postgres(process.env.DIRECT_URL);${tag}`))),
    declared(quiet('an address that is direct by the name of a constant', postgres(`const { DATABASE_URL_UNPOOLED: url } = process.env;\nconst migrationUrl = url;\nconst sql = postgres(migrationUrl);${tag}`))),
    declared(quiet('an address that a provider serves without a pooler', postgres(`const sql = postgres('${dedicated.replace('6543', '5432')}');${tag}`))),
    declared(quiet('a pooler that tracks prepared statements', postgres(`const sql = postgres('${neon}');${tag}`))),
    declared(quiet('Hyperdrive, which is a pooler of its own', postgres(`export default {\n  async fetch(request, env) {\n    const sql = postgres(env.HYPERDRIVE.connectionString);\n    return Response.json(await sql\`select 1\`);\n  },\n};`))),
    declared(quiet('a server whose port is not known', postgres(`const sql = postgres(\`postgres://\${user}@ep-cool-darkness-123456.us-east-2.aws.neon.tech:\${port}/shop\`);${tag}`))),
    declared(quiet('a server on this machine', postgres(`const sql = postgres('postgres://localhost:5432/shop');${tag}`))),
    declared(quiet('a test', postgres(`const sql = postgres(process.env.DATABASE_URL);${tag}`), 'tests/users.test.js')),
    declared(quiet('a migration', postgres(`const sql = postgres(process.env.DATABASE_URL);${tag}`), 'db/migrations/001.js')),
    declared(quiet('something that may be a record of options', postgres(`const sql = postgres(config);${tag}`))),
    // Kinds.
    only('named', quiet('only names: what postgres.js prepares', postgres(`const sql = postgres('${supabase}');${tag}`))),
    only('automatic', quiet('only what is prepared unasked: names', pg(`const pool = new Pool({ connectionString: '${supabase}' });\nawait pool.query({ name: 'find-user', text: 'select 1' });`))),
    only('automatic', declared(quiet('only what is prepared unasked: parameters', pg('const pool = new Pool({ statement_timeout: 5000 });')))),
  ],
  invalid: [
    hit('a literal', postgres(`const sql = postgres(⟦'${supabase}'⟧);${tag}`), {
      messageId: 'automatic',
      message: prepared('postgres', ofSupabase),
      suggestion: suggested(postgres(`const sql = postgres('${supabase}', { prepare: false });${tag}`)),
    }),
    hit('not used yet', postgres(`const sql = postgres(⟦'${supabase}'⟧);`), { messageId: 'automatic', suggestion: suggested(postgres(`const sql = postgres('${supabase}', { prepare: false });`)) }),
    hit('options that say nothing of it', postgres(`const sql = postgres(⟦'${supabase}'⟧, { max: 5, });${tag}`), {
      messageId: 'automatic',
      suggestion: suggested(postgres(`const sql = postgres('${supabase}', { max: 5, prepare: false, });${tag}`)),
    }),
    hit('options on several lines', postgres(`const sql = postgres(⟦'${supabase}'⟧, {\n  max: 5,\n  // For a minute.\n  idle_timeout: 60,\n});${tag}`), {
      messageId: 'automatic',
      suggestion: suggested(postgres(`const sql = postgres('${supabase}', {\n  max: 5,\n  // For a minute.\n  idle_timeout: 60,\n  prepare: false,\n});${tag}`)),
    }),
    hit('a comment behind the last option', postgres(`const sql = postgres(⟦'${supabase}'⟧, {\n  max: 5, // of each process\n});${tag}`), {
      messageId: 'automatic',
      suggestion: suggested(postgres(`const sql = postgres('${supabase}', {\n  max: 5, prepare: false, // of each process\n});${tag}`)),
    }),
    hit('options that are empty', postgres(`const sql = postgres(⟦'${supabase}'⟧, {});${tag}`), { messageId: 'automatic', suggestion: suggested(postgres(`const sql = postgres('${supabase}', { prepare: false });${tag}`)) }),
    hit('prepare: true', postgres(`const sql = postgres('${supabase}', { prepare: ⟦true⟧ });${tag}`), { messageId: 'automatic', suggestion: suggested(postgres(`const sql = postgres('${supabase}', { prepare: false });${tag}`)) }),
    hit('options in a constant that serves others, too', postgres(`const options = { max: 5 };\nconst sql = postgres(⟦'${supabase}'⟧, options);\nlog(options);${tag}`), { messageId: 'automatic' }),
    hit('a constant', postgres(`const url = '${supabase}';\nconst sql = postgres(⟦url⟧);${tag}`), { messageId: 'automatic', suggestion: suggested(postgres(`const url = '${supabase}';\nconst sql = postgres(url, { prepare: false });${tag}`)) }),
    hit('a property of a constant', postgres(`const config = { url: '${supabase}' };\nconst sql = postgres(⟦config.url⟧);${tag}`), { messageId: 'automatic', suggestion: suggested(postgres(`const config = { url: '${supabase}' };\nconst sql = postgres(config.url, { prepare: false });${tag}`)) }),
    hit('a fallback', postgres(`const sql = postgres(⟦process.env.DATABASE_URL ?? '${supabase}'⟧);${tag}`), {
      messageId: 'automatic',
      suggestion: suggested(postgres(`const sql = postgres(process.env.DATABASE_URL ?? '${supabase}', { prepare: false });${tag}`)),
    }),
    hit('a default of destructuring', postgres(`const { DATABASE_URL: url = '${supabase}' } = process.env;\nconst sql = postgres(⟦url⟧);${tag}`), {
      messageId: 'automatic',
      suggestion: suggested(postgres(`const { DATABASE_URL: url = '${supabase}' } = process.env;\nconst sql = postgres(url, { prepare: false });${tag}`)),
    }),
    hit('one of two addresses', postgres(`const sql = postgres(⟦isLocal ? 'postgres://localhost/shop' : '${supabase}'⟧);${tag}`), {
      messageId: 'automatic',
      suggestion: suggested(postgres(`const sql = postgres(isLocal ? 'postgres://localhost/shop' : '${supabase}', { prepare: false });${tag}`)),
    }),
    hit('an address that is put together', postgres(`const sql = postgres(⟦\`postgres://\${user}:\${password}@aws-0-\${region}.pooler.supabase.com:6543/postgres\`⟧);${tag}`), {
      messageId: 'automatic',
      suggestion: suggested(postgres(`const sql = postgres(\`postgres://\${user}:\${password}@aws-0-\${region}.pooler.supabase.com:6543/postgres\`, { prepare: false });${tag}`)),
    }),
    hit('a password with signs in it', postgres(`const sql = postgres(⟦'postgres://app:p@ss/w:rd@aws-0-eu-central-1.pooler.supabase.com:6543/postgres'⟧);${tag}`), {
      messageId: 'automatic',
      suggestion: suggested(postgres(`const sql = postgres('postgres://app:p@ss/w:rd@aws-0-eu-central-1.pooler.supabase.com:6543/postgres', { prepare: false });${tag}`)),
    }),
    hit('host and port', postgres(`const sql = postgres({ host: ⟦'aws-0-eu-central-1.pooler.supabase.com'⟧, port: 6543, password: secret });${tag}`), {
      messageId: 'automatic',
      suggestion: suggested(postgres(`const sql = postgres({ host: 'aws-0-eu-central-1.pooler.supabase.com', port: 6543, password: secret, prepare: false });${tag}`)),
    }),
    hit('host, and a port that is a text', postgres(`const sql = postgres({ host: ⟦'AWS-0-eu-central-1.pooler.supabase.com'⟧, port: Number(process.env.PORT ?? '6543') });${tag}`), {
      messageId: 'automatic',
      suggestion: suggested(postgres(`const sql = postgres({ host: 'AWS-0-eu-central-1.pooler.supabase.com', port: Number(process.env.PORT ?? '6543'), prepare: false });${tag}`)),
    }),
    hit('an alias, exported', `import connect from 'postgres';\nexport const db = connect(⟦'${supabase}'⟧);`, { messageId: 'automatic', message: prepared('connect', ofSupabase), suggestion: suggested(`import connect from 'postgres';\nexport const db = connect('${supabase}', { prepare: false });`) }),
    hit('CommonJS', `const postgres = require('postgres');\nmodule.exports = postgres(⟦'${supabase}'⟧);`, { messageId: 'automatic', suggestion: suggested(`const postgres = require('postgres');\nmodule.exports = postgres('${supabase}', { prepare: false });`) }),
    hit('a lazy singleton', postgres(`let sql;\nexport function database() {\n  sql ??= postgres(⟦'${supabase}'⟧);\n  return sql;\n}`), { messageId: 'automatic', suggestion: suggested(postgres(`let sql;\nexport function database() {\n  sql ??= postgres('${supabase}', { prepare: false });\n  return sql;\n}`)) }),
    hit('a field', postgres(`class Users {\n  sql = postgres(⟦'${supabase}'⟧);\n  list() {\n    return this.sql\`select 1\`;\n  }\n}`), {
      messageId: 'automatic',
      suggestion: suggested(postgres(`class Users {\n  sql = postgres('${supabase}', { prepare: false });\n  list() {\n    return this.sql\`select 1\`;\n  }\n}`)),
    }),
    hit('transactions', postgres(`const sql = postgres(⟦'${supabase}'⟧);\nawait sql.begin((tx) => tx\`select 1\`);`), { messageId: 'automatic', suggestion: suggested(postgres(`const sql = postgres('${supabase}', { prepare: false });\nawait sql.begin((tx) => tx\`select 1\`);`)) }),
    hit('tags beside Drizzle', postgres(`import { drizzle } from 'drizzle-orm/postgres-js';\nconst sql = postgres(⟦'${supabase}'⟧);\nexport const db = drizzle(sql);${tag}`), {
      messageId: 'automatic',
      suggestion: suggested(postgres(`import { drizzle } from 'drizzle-orm/postgres-js';\nconst sql = postgres('${supabase}', { prepare: false });\nexport const db = drizzle(sql);${tag}`)),
    }),
    hit('TypeScript', postgres(`const sql = postgres(⟦(process.env.DATABASE_URL as string) ?? '${supabase}'⟧);${tag}`), {
      messageId: 'automatic',
      suggestion: suggested(postgres(`const sql = postgres((process.env.DATABASE_URL as string) ?? '${supabase}', { prepare: false });${tag}`)),
      filename: 'file.ts',
    }),
    hit('Bun, which prepares whatever it sends', bun(`export const sql = new SQL(⟦'${supabase}'⟧);`), {
      messageId: 'automatic',
      message: prepared('new SQL', ofSupabase, 'It fails with 42P05 `prepared statement "P0" already exists`.'),
      suggestion: suggested(bun(`export const sql = new SQL('${supabase}', { prepare: false });`)),
    }),
    hit('Bun with a record', bun(`export const sql = new SQL({ url: ⟦'${supabase}'⟧ });`), { messageId: 'automatic', suggestion: suggested(bun(`export const sql = new SQL({ url: '${supabase}', prepare: false });`)) }),
    hit('Bun and Drizzle', bun(`import { drizzle } from 'drizzle-orm/bun-sql';\nexport const db = drizzle({ client: new SQL(⟦'${supabase}'⟧) });`), { messageId: 'automatic', suggestion: suggested(bun(`import { drizzle } from 'drizzle-orm/bun-sql';\nexport const db = drizzle({ client: new SQL('${supabase}', { prepare: false }) });`)) }),
    // Names.
    hit('a named query of pg', pg(`const pool = new Pool({ connectionString: '${supabase}' });\nawait pool.query({ name: ⟦'find-user'⟧, text: 'select $1', values: [1] });`), {
      messageId: 'named',
      message: named('find-user', ofSupabase),
      suggestion: ['leaveOut', pg(`const pool = new Pool({ connectionString: '${supabase}' });\nawait pool.query({ text: 'select $1', values: [1] });`)],
    }),
    hit('a named query on a checked-out client', pg(`const pool = new Pool({ host: 'aws-0-eu-central-1.pooler.supabase.com', port: 6543 });\nconst client = await pool.connect();\nawait client.query({ text: 'select 1', name: ⟦'find-user'⟧ });`), {
      messageId: 'named',
      suggestion: ['leaveOut', pg(`const pool = new Pool({ host: 'aws-0-eu-central-1.pooler.supabase.com', port: 6543 });\nconst client = await pool.connect();\nawait client.query({ text: 'select 1' });`)],
    }),
    hit('a named query of a Client, with a comment in the way', pg(`const client = new Client('${supabase}');\nawait client.query({\n  name: ⟦'find-user'⟧, // cached\n  text: 'select 1',\n});`), { messageId: 'named' }),
    hit('a config object in a constant', pg(`const pool = new Pool('${supabase}');\nconst find = { name: ⟦'find-user'⟧, text: 'select 1' };\nawait pool.query(find);`), {
      messageId: 'named',
      suggestion: ['leaveOut', pg(`const pool = new Pool('${supabase}');\nconst find = { text: 'select 1' };\nawait pool.query(find);`)],
    }),
    hit('a name in a constant', pg(`const NAME = 'find-user';\nconst pool = new Pool('${supabase}');\nawait pool.query({ name: ⟦NAME⟧, text: 'select 1' });`), {
      messageId: 'named',
      suggestion: ['leaveOut', pg(`const NAME = 'find-user';\nconst pool = new Pool('${supabase}');\nawait pool.query({ text: 'select 1' });`)],
    }),
    hit('a query object of pg-promise', pgPromise(`const db = pgp('${supabase}');\nawait db.one({ name: ⟦'find-user'⟧, text: 'select 1' });`), {
      messageId: 'named',
      message: named('find-user', ofSupabase),
      suggestion: ['leaveOut', pgPromise(`const db = pgp('${supabase}');\nawait db.one({ text: 'select 1' });`)],
    }),
    hit('a PreparedStatement, which must have a name', pgPromise(`const db = pgp('${supabase}');\nconst find = new pgp.PreparedStatement({ name: ⟦'find-user'⟧, text: 'select 1' });\nawait db.one(find);`), { messageId: 'named', message: named('find-user', ofSupabase) }),
    // Startup parameters.
    hit("Neon's pooler and a time limit", pg(`const pool = new Pool({ connectionString: '${neon}', ⟦statement_timeout⟧: 5_000 });`), { messageId: 'startup', message: startup('statement_timeout', ofNeon) }),
    hit("Neon's pooler and a search path", pg(`const pool = new Pool({ connectionString: '${neon}', ⟦options⟧: \`-c search_path=\${schema}\` });`), {
      messageId: 'startup',
      message: "Connections start with the parameter `options`, which Neon's pooler does not accept. It fails with 08P01 `unsupported startup parameter`. Set it for the role instead: `alter role … set …`.",
    }),
    hit("Neon's pooler and parameters of postgres.js", postgres(`const sql = postgres('${neon}', { connection: { application_name: 'shop', ⟦search_path⟧: 'app' } });`), { messageId: 'startup', message: startup('search_path', ofNeon) }),
    hit("Neon's pooler and pg-promise", pgPromise(`const db = pgp({ connectionString: '${neon}', ⟦lock_timeout⟧: 5 * 1000 });`), { messageId: 'startup', message: startup('lock_timeout', ofNeon) }),
    declared(hit('a parameter in a constant', pg('const LIMIT = 5000;\nconst config = { ⟦idle_in_transaction_session_timeout⟧: LIMIT };\nconst pool = new Pool(config);'), { messageId: 'startup', message: startup('idle_in_transaction_session_timeout', ofSettings) })),
    declared(hit('Knex', "import knex from 'knex';\nconst db = knex({ client: 'pg', connection: { host: 'db', ⟦statement_timeout⟧: 5000 } });", { messageId: 'startup', message: startup('statement_timeout', ofSettings) })),
    declared(hit('Sequelize', "import { Sequelize } from 'sequelize';\nconst db = new Sequelize(process.env.DATABASE_URL, { dialect: 'postgres', dialectOptions: { ⟦statement_timeout⟧: 5000 } });", { messageId: 'startup', message: startup('statement_timeout', ofSettings) })),
    declared(hit('TypeORM', "import { DataSource } from 'typeorm';\nconst db = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL, extra: { ⟦statement_timeout⟧: 5000 } });", { messageId: 'startup', message: startup('statement_timeout', ofSettings) })),
    declared(
      hit('Slonik, which sends two unasked', "import { createPool } from 'slonik';\nconst pool = await createPool(⟦process.env.DATABASE_URL⟧);", {
        messageId: 'startup',
        message: startup('statement_timeout', ofSettings, "Set `statementTimeout: 'DISABLE_TIMEOUT', idleInTransactionSessionTimeout: 'DISABLE_TIMEOUT'`."),
        suggestion: suggested("import { createPool } from 'slonik';\nconst pool = await createPool(process.env.DATABASE_URL, { statementTimeout: 'DISABLE_TIMEOUT', idleInTransactionSessionTimeout: 'DISABLE_TIMEOUT' });"),
      }),
    ),
    declared(
      hit('Slonik with one of the two', "import { createPool } from 'slonik';\nconst pool = await createPool(process.env.DATABASE_URL, { statementTimeout: 'DISABLE_TIMEOUT', idleInTransactionSessionTimeout: ⟦5000⟧ });", {
        messageId: 'startup',
        suggestion: suggested("import { createPool } from 'slonik';\nconst pool = await createPool(process.env.DATABASE_URL, { statementTimeout: 'DISABLE_TIMEOUT', idleInTransactionSessionTimeout: 'DISABLE_TIMEOUT' });"),
      }),
    ),
    // Settings: nothing is left to guess, and there is a fix.
    declared(
      hit('an environment variable', postgres(`const sql = postgres(⟦process.env.DATABASE_URL⟧);${tag}`), {
        messageId: 'automatic',
        message: prepared('postgres', ofSettings),
        output: postgres(`const sql = postgres(process.env.DATABASE_URL, { prepare: false });${tag}`),
      }),
    ),
    declared(hit('a validated environment', postgres(`import { env } from './env.js';\nconst sql = postgres(⟦env.DATABASE_URL⟧, { max: 5 });${tag}`), { messageId: 'automatic', output: postgres(`import { env } from './env.js';\nconst sql = postgres(env.DATABASE_URL, { max: 5, prepare: false });${tag}`) })),
    declared(hit('nothing that says where', postgres(`const sql = postgres⟦()⟧;${tag}`), { messageId: 'automatic', output: postgres(`const sql = postgres({ prepare: false });${tag}`) })),
    declared(hit('a record that does not say where', postgres(`const sql = postgres(⟦{ max: 5 }⟧);${tag}`), { messageId: 'automatic', output: postgres(`const sql = postgres({ max: 5, prepare: false });${tag}`) })),
    declared(hit('a host of their own', postgres(`const sql = postgres(⟦'postgres://app:secret@pgbouncer.internal:6432/shop'⟧);${tag}`), { messageId: 'automatic', output: postgres(`const sql = postgres('postgres://app:secret@pgbouncer.internal:6432/shop', { prepare: false });${tag}`) })),
    declared(hit('a pooler of which the provider says nothing', postgres(`const sql = postgres(⟦'${dedicated}'⟧);${tag}`), { messageId: 'automatic', message: prepared('postgres', "Supabase's dedicated pooler"), output: postgres(`const sql = postgres('${dedicated}', { prepare: false });${tag}`) })),
    declared(hit('development, or whatever else', postgres(`const sql = postgres(⟦process.env.DATABASE_URL ?? 'postgres://localhost/shop'⟧);${tag}`), { messageId: 'automatic', output: postgres(`const sql = postgres(process.env.DATABASE_URL ?? 'postgres://localhost/shop', { prepare: false });${tag}`) })),
    declared(hit('a name, whoever opened the pool', "export function find(client: import('pg').PoolClient) {\n  return client.query({ name: ⟦'find-user'⟧, text: 'select 1' });\n}", { messageId: 'named', message: named('find-user', ofSettings), output: "export function find(client: import('pg').PoolClient) {\n  return client.query({ text: 'select 1' });\n}", filename: 'file.ts' })),
    only('startup', declared(hit('only parameters', pg("const pool = new Pool({ ⟦statement_timeout⟧: 5000 });\nawait pool.query({ name: 'find-user', text: 'select 1' });"), { messageId: 'startup' }))),
  ],
};
