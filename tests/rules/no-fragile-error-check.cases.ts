import { hit, quiet } from './marked.js';
import type { InvalidCase, RuleCases } from './rule-cases.js';

const pg = (code: string): string => `import { Pool } from 'pg';\nconst pool = new Pool();\n${code}`;
/** One query that fails, and what the handler does with its error. */
const inTry = (query: string, handler: string): string => `async function save(user) {\n  try {\n    ${query};\n  } catch (err) {\n    ${handler}\n  }\n}`;
const onPg = (handler: string): string => pg(inTry("await pool.query('insert into users values ($1)', [user])", handler));
const drizzle = (code: string): string => `import { drizzle } from 'drizzle-orm/node-postgres';\nconst db = drizzle(process.env.DATABASE_URL);\n${code}`;
const onDrizzle = (handler: string): string => drizzle(inTry('await db.insert(users).values(user)', handler));
const onPostgres = (handler: string): string => `import postgres from 'postgres';\nconst sql = postgres();\n${inTry('await sql`insert into users ${sql(user)}`', handler)}`;
const onMysql = (handler: string): string => `import mysql from 'mysql2/promise';\nconst pool = mysql.createPool({ host: 'db' });\n${inTry("await pool.query('insert into users values (?)', [user])", handler)}`;
const onSqlite = (handler: string): string => `import Database from 'better-sqlite3';\nconst db = new Database('app.db');\n${inTry("db.prepare('insert into users values (?)').run(user)", handler)}`;
const onNodeSqlite = (handler: string): string => `import { DatabaseSync } from 'node:sqlite';\nconst db = new DatabaseSync('app.db');\n${inTry("db.prepare('insert into users values (?)').run(user)", handler)}`;
const onKnex = (handler: string): string => `import knex from 'knex';\nconst db = knex({ client: 'pg' });\n${inTry("await db('users').insert(user)", handler)}`;
const onSequelize = (handler: string): string => `import { Sequelize } from 'sequelize';\nconst db = new Sequelize({ dialect: 'postgres' });\n${inTry("await db.query('insert into users values (1)')", handler)}`;
const onSlonik = (handler: string): string => `import { createPool, sql } from 'slonik';\nconst pool = await createPool('postgres://db');\n${inTry('await pool.query(sql.unsafe`insert into users values (1)`)', handler)}`;
const onTypeorm = (handler: string, type = 'postgres'): string => `import { DataSource } from 'typeorm';\nconst db = new DataSource({ type: '${type}' });\n${inTry("await db.query('insert into users values (1)')", handler)}`;
const onBun = (handler: string): string => `import { sql } from 'bun';\n${inTry('await sql`insert into users values (1)`', handler)}`;
const onPrisma = (handler: string): string => `import { PrismaPg } from '@prisma/adapter-pg';\nimport { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient({ adapter: new PrismaPg({}) });\n${inTry('await prisma.$executeRaw`insert into users values (1)`', handler)}`;

type Expected = Parameters<typeof hit>[2];
/** A hit whose one suggestion puts another text in the marked place. */
function mended(name: string, marked: string, messageId: string, suggestion: string, repaired: string, more: Partial<Expected> = {}): InvalidCase {
  return hit(name, marked, { messageId, suggestion: [suggestion, marked.replace(/⟦[\s\S]*⟧/, () => repaired)], ...more });
}
const DUPLICATE = "if (err.code === '23505') return null;";

export const cases: RuleCases = {
  valid: [
    quiet('the SQLSTATE of pg, and the constraint', onPg("if (err.code === '23505' && err.constraint === 'users_email_key') return null;\nthrow err;")),
    quiet('the SQLSTATE behind ?., in a list, in a set, in a switch', onPg("if (err?.code === '23505' || ['23503', '23514'].includes(err.code) || new Set(['40001']).has(err.code)) return;\nswitch (err.code) { case '42P01': return; case '25P04': return; }")),
    quiet('a class of SQLSTATEs', onPg("if (err.code?.startsWith('23')) return null;")),
    quiet('the SQLSTATE in constants', `const UNIQUE = '23505';\nconst codes = Object.freeze({ FOREIGN_KEY: '23503' });\n${onPg('if (err.code === UNIQUE || err.code === codes.FOREIGN_KEY) return null;')}`),
    quiet('a number that == turns into the text', onPg('if (err.code == 23505) return null;')),
    quiet('a number that is made a number first', onPg('if (Number(err.code) === 23505) return null;')),
    quiet('a record by SQLSTATE, whose keys are texts', onPg("const messages = { 23505: 'taken' };\nreturn messages[err.code];")),
    quiet('codes of Node', onPg("if (err.code === 'ECONNREFUSED' || err.code === 'ETIMEDOUT' || err.errno === -111) return null;")),
    quiet('what a driver says without a code', onPg("if (err.message.includes('timeout exceeded when trying to connect') || err.message === 'Connection terminated unexpectedly' || /timeout/i.test(err.message) || err.message.includes('terminat')) retry();")),
    quiet('a timeout of the server, whose code stands for a cancelled query, too', onPg("if (err.message.includes('canceling statement due to statement timeout')) retry();")),
    quiet('an error that a function of the database raises', onPg("if (err.message.includes('not enough credit')) return null;\nif (err.code === 'P0001' || err.code === 'UE001') return 1;")),
    quiet('a code of a class that is left to users', onPg("if (err.code === '45000' || err.code === 'P0100' || err.code === '99001' || err.code === '55C01') return null;")),
    quiet('a code that SQL text in the file raises', pg(inTry("await pool.query(`create function f() returns int as $$ begin raise 'x' using errcode = '23515'; end $$ language plpgsql`)", "if (err.code === '23515') return null;"))),
    quiet('the name of a constraint in the text', onPg("if (err.message.includes('users_email_key')) return null;")),
    quiet('the text beside the code', onPg("if (err.code === '23505' || err.message.includes('duplicate key')) return null;")),
    quiet('the text is logged', onPg('console.error(err.message, String(err), err.detail);\nthrow err;')),
    quiet('several kinds of servers', onPg("if (err.code === '23505' || err.code === 'ER_DUP_ENTRY' || err.code === 'SQLITE_CONSTRAINT' || err.message?.includes('UNIQUE constraint failed')) return null;")),
    quiet('a number beside the text', onPg("if (err.code === 23505 || err.code === '23505') return null;")),
    quiet('an error of the code itself', pg(inTry("if (await taken(user)) throw new Error('User already exists');\nawait pool.query('insert into users values (1)')", "if (err.message.includes('already exists')) return null;"))),
    quiet('an error of the code itself with the words of the server', pg(inTry("if (user.id === 1) throw new Error('duplicate key');\nawait pool.query('select 1')", "if (err.message.includes('duplicate key')) return null;"))),
    quiet('words that a package may say, too', `import fs from 'node:fs/promises';\n${pg(inTry("await fs.mkdir('a');\nawait pool.query('create table a (id int)')", "if (err.message.includes('already exists') || err.message.includes('permission denied')) return null;"))}`),
    quiet('words that code of elsewhere may say, too', `import { check } from './check.js';\n${pg(inTry("check(user);\nawait pool.query('create table a (id int)')", "if (err.message.includes('already exists')) return null;"))}`),
    quiet('words that no answer to an insert holds: a trigger says them', onPg("if (err.message.includes('already exists')) return null;")),
    quiet('words that a routine of the database may say', pg(inTry("await pool.query('select shop.transfer($1)', [user])", "if (err.message.includes('does not exist')) return null;"))),
    quiet('words that a procedure of the database may say', pg(inTry("await pool.query('call transfer($1)', [user])", "if (err.message.includes('permission denied')) return null;"))),
    quiet('an error of somebody else', pg("async function f(url) { await pool.query('select 1'); try { await fetch(url); } catch (err) { if (err.code === 23505 || err.message.includes('duplicate key')) return; } }")),
    quiet('numbers of another service', pg(inTry("await interaction.reply('hi');\nawait pool.query('select 1')", 'if (err.code === 10008 || err.code === 40001 || err.code === 23505) return null;'))),
    quiet('numbers of a package that look like a SQLSTATE', `import { Client } from 'discord.js';\nconst bot = new Client();\n${pg(inTry("await bot.login();\nawait pool.query('select 1')", 'if (err.code === 40001) return null;'))}`),
    quiet('an unknown database', "import { pool } from './db.js';\nasync function f() { try { await pool.query('select 1'); } catch (err) { if (err.message.includes('duplicate key') || err.code === 23505) return; } }"),
    quiet('no database at all', "try { f(); } catch (err) { if (err.message.includes('duplicate key value violates unique constraint')) g(); }"),
    quiet('an error that the inner handler keeps', pg("async function f() { try { try { await pool.query('select 1'); } catch { return; } g(); } catch (err) { if (err.message.includes('duplicate key')) return; } }")),
    quiet('an error that the inner handler turns into another one', pg("async function f() { try { await pool.query('select 1').catch(() => { throw new Conflict('taken'); }); } catch (err) { if (err.message.includes('duplicate')) return; } }")),
    quiet('an error of another class', pg("import { HttpError } from './errors.js';\n" + inTry("await pool.query('select 1')", "if (err instanceof HttpError && err.message.includes('already exists')) return 1;\nif (err instanceof HttpError) { if (err.code === 23505) return 2; }\nif (!(err instanceof HttpError)) throw err;\nif (err.message.includes('duplicate key')) return 3;"))),
    quiet('an error that a predicate of elsewhere picks', `import axios from 'axios';\n${pg(inTry("await pool.query('select 1')", "if (axios.isAxiosError(err) && err.code === 23505) return 1;"))}`),
    quiet('a shadowed name', pg("async function f() { try { await pool.query('select 1'); } catch (err) { list.forEach((err) => { if (err.code === 23505) g(); }); } }")),
    quiet('another object with a code', pg("async function f(response) { try { await pool.query('select 1'); } catch (err) { if (response.code === 23505 || response.message.includes('duplicate key')) return; } }")),
    quiet('an error variable that is assigned anew', pg("async function f() { try { await pool.query('select 1'); } catch (err) { let e = err; while (e) { if (e.code === 23505) return; e = e.cause; } } }")),
    quiet('a parameter of an exported function', pg("export function isTaken(err) { return err.code === 23505 || err.message.includes('duplicate key'); }\nasync function f() { try { await pool.query('select 1'); } catch (err) { if (isTaken(err)) return; throw err; } }")),
    quiet('a parameter that also gets other errors', pg("function isTaken(err) { return err.code === 23505; }\nasync function f(other) { try { await pool.query('select 1'); } catch (err) { if (isTaken(err) || isTaken(other)) return; } }")),
    quiet('an event of the pool', pg("pool.on('error', (err) => { if (err.message.includes('duplicate key')) f(); });")),
    quiet('the second parameter of a callback', pg("pool.query('select 1', (err, result) => { if (result.code === 23505) f(); });")),
    quiet('a property that the code sets itself', `${onPostgres('err.constraint = err.constraint_name;')}`),
    quiet('the cause of Drizzle', onDrizzle("if (err.cause?.code === '23505' && err.cause.constraint === 'users_email_key') return null;\nif (err.cause instanceof Error && err.cause.message) log(err.cause.message);")),
    quiet('the cause of Drizzle through a name', onDrizzle("const cause = err.cause ?? err;\nif (cause.code === '23505' || err.code === '23505') return null;")),
    quiet('both places', onDrizzle("const code = err.code ?? err.cause?.code;\nif (code === '23505') return null;\nif ((err.cause?.constraint ?? err.constraint) === 'users_email_key') return null;")),
    quiet('the cause of Drizzle is looked for', onDrizzle("if ('cause' in err) err = err.cause;\nif (err.code === '23505') return null;")),
    quiet('an unwrapped error of Drizzle', onDrizzle("const known = err instanceof DrizzleQueryError ? err.cause : err;\nif (known.code === '23505') return null;")),
    quiet('the client of Drizzle', drizzle(inTry("await db.$client.query('select 1')", DUPLICATE))),
    quiet('Drizzle and pg in one', drizzle(`import { Pool } from 'pg';\nconst pool = new Pool();\n${inTry("await db.insert(users).values(user);\nawait pool.query('select 1')", DUPLICATE)}`)),
    quiet('Drizzle and code of elsewhere that may ask another database', drizzle(`import { audit } from './audit.js';\n${inTry('await db.insert(users).values(user);\nawait audit(user)', DUPLICATE)}`)),
    quiet('Drizzle on SQLite, whose errors differ from call to call', "import { drizzle } from 'drizzle-orm/better-sqlite3';\nconst db = drizzle('app.db');\n" + inTry('db.insert(users).values(user).run()', "if (err.code === 'SQLITE_CONSTRAINT_UNIQUE') return null;")),
    quiet('postgres.js', onPostgres("if (err.code === '23505' && err.constraint_name === 'users_email_key') return null;")),
    quiet('both names of the constraint', onPostgres("if ((err.constraint_name ?? err.constraint) === 'users_email_key') return null;")),
    quiet('mysql2', onMysql("if (err.code === 'ER_DUP_ENTRY' || err.errno === 1452 || err.sqlState === '23000' || [1062, 1205].includes(err.errno)) return null;")),
    quiet('mysql, whose text holds the code', "import mysql from 'mysql';\nconst connection = mysql.createConnection({});\nconnection.query('select 1', (err) => { if (err.message.includes('ER_DUP_ENTRY')) f(); });"),
    quiet('better-sqlite3', onSqlite("if (err.code === 'SQLITE_CONSTRAINT_UNIQUE' || err.code.startsWith('SQLITE_CONSTRAINT') || err.code === 'SQLITE_BUSY') return null;\nif (err.message.includes('UNIQUE constraint failed') || err.message.includes('no such table')) return 1;")),
    quiet('sqlite3, which has one code for all constraints', "import sqlite3 from 'sqlite3';\nconst db = new sqlite3.Database('app.db');\ndb.run('insert into users values (1)', (err) => { if (err && err.code === 'SQLITE_CONSTRAINT' && err.message.includes('UNIQUE constraint failed')) f(); });"),
    quiet('node:sqlite', onNodeSqlite("if (err.code === 'ERR_SQLITE_ERROR' && err.errcode === 2067) return null;")),
    quiet('code of elsewhere beside SQLite, where nothing is awaited', `import { audit } from './audit.js';\nimport Database from 'better-sqlite3';\nconst db = new Database('app.db');\n${inTry("db.prepare('select 1').run();\naudit(user)", "if (err.code === 'SQLITE_CONSTRAINT') return null;")}`),
    quiet('Knex passes the error of pg on', onKnex(`${DUPLICATE}\nif (err.constraint === 'users_email_key') return 1;`)),
    quiet('Sequelize', onSequelize("if (err.parent?.code === '23505' || err.original.code === '23503' || err.name === 'SequelizeUniqueConstraintError') return null;")),
    quiet('the text of Sequelize', onSequelize("if (err.message === 'Validation error') return null;")),
    quiet('Slonik leaves some errors as they are', onSlonik("if (err.code === '42P01' || err.code === '40001') return null;")),
    quiet('Slonik', onSlonik("if (err.cause?.code === '23505' && err.constraint === 'users_email_key') return null;\nif (err.message.includes('Query violates a unique integrity constraint')) return 1;")),
    quiet('TypeORM', onTypeorm("if (err.code === '23505' || err.driverError.code === '23505' || err.driverError.constraint === 'a') return null;")),
    quiet('Bun', onBun("if (err.errno === '23505' || err.code === 'ERR_POSTGRES_CONNECTION_CLOSED' || err.constraint === 'users_email_key') return null;")),
    quiet('Prisma', onPrisma("if (err.code === 'P2010' && err.meta?.driverAdapterError?.cause?.originalCode === '23505') return null;\nif (err.message.includes('23505')) return 1;")),
    quiet('models of Prisma, whose errors are others', "import { PrismaPg } from '@prisma/adapter-pg';\nimport { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient({ adapter: new PrismaPg({}) });\n" + inTry('await prisma.user.create({ data: user })', "if (err.code === 'P2002') return null;\nif (err.code === '23505') return 1;")),
    quiet('errors of pg-promise itself', "import pgPromise from 'pg-promise';\nconst db = pgPromise()('postgres://db');\n" + inTry("await db.one('select 1')", "if (err.code === 0 || err.code === db.$config.pgp.errors.queryResultErrorCode.noData || err.code === '23505') return null;")),
    quiet('a dialect that is not known', "import knex from 'knex';\nconst db = knex({ client: process.env.CLIENT });\n" + inTry("await db('users').insert(user)", "if (err.code === 23505) return null;")),
    quiet('strange questions', onPg("if (err['co' + 'de'] === 23505 || err.code === undefined || err.code in codes || !err.code || err.code.length === 5 || /^(?!x)duplicate key/.test(err.message) || new RegExp('duplicate key').test(err.message)) return;\nswitch (true) { case err.code === code: }")),
  ],
  invalid: [
    mended('the text of the server', onPg("if (⟦err.message.includes('duplicate key value violates unique constraint')⟧) return null;"), 'serverText', 'compare', "err.code === '23505'", {
      message:
        "'duplicate key value violates unique con…' is looked for in the server's own text. Nothing fails: that text changes with its language and version, and can hold values of users. Compare `err.code` with '23505' (unique_violation).",
    }),
    mended('the text, negated', onPg("if (⟦!err.message.includes('duplicate key')⟧) throw err;"), 'serverText', 'compare', "err.code !== '23505'"),
    mended('the text in lower case', onPg("if (⟦err.message.toLowerCase().includes('unique constraint')⟧) return null;"), 'serverText', 'compare', "err.code === '23505'"),
    mended('the text behind ?.', onPg("if (⟦err?.message?.includes('foreign key')⟧) return null;"), 'serverText', 'compare', "err?.code === '23503'"),
    mended('one word where nobody else can have failed', onPg("if (⟦err.message.includes('duplicate')⟧) return null;"), 'serverText', 'compare', "err.code === '23505'"),
    hit('a name between the words, which the code does not tell', onPg(`if (⟦err.message === 'relation "users" does not exist'⟧) return null;`), {
      messageId: 'serverText',
      message:
        `'relation "users" does not exist' is looked for in the server's own text. Nothing fails: that text changes with its language and version, and can hold values of users. Compare \`err.code\` with '42P01' (undefined_table).`,
    }),
    mended('all of a text', onPg("if (⟦err.message === 'deadlock detected'⟧) return null;"), 'serverText', 'compare', "err.code === '40P01'"),
    mended('a pattern', onPg('if (⟦/duplicate key|foreign key/i.test(err.message)⟧) return null;'), 'serverText', 'compare', "['23505', '23503'].includes(err.code)", {
      message:
        "'duplicate key' or 'foreign key' is looked for in the server's own text. Nothing fails: that text changes with its language and version, and can hold values of users. Compare `err.code` with '23505' (unique_violation) or '23503' (foreign_key_violation).",
    }),
    mended('a pattern in a constant', `const DUPLICATE = /duplicate key.*constraint/;\n${onPg('if (⟦DUPLICATE.test(err.message)⟧) return null;')}`, 'serverText', 'compare', "err.code === '23505'"),
    hit('a pattern with the name of a constraint', onPg('if (⟦/duplicate key.*users_email_key/.test(err.message)⟧) return null;'), { messageId: 'serverText' }),
    mended('a match', onPg('if (⟦err.message.match(/deadlock detected/)⟧) return null;'), 'serverText', 'compare', "err.code === '40P01'"),
    mended('a match compared with null', onPg('return ⟦err.message.match(/could not serialize access/) !== null⟧;'), 'serverText', 'compare', "err.code === '40001'"),
    mended('a position', onPg("if (⟦err.message.indexOf('violates not-null constraint') === -1⟧) throw err;"), 'serverText', 'compare', "err.code !== '23502'"),
    mended('a position from 0 on', onPg("if (⟦err.message.indexOf('violates check constraint') >= 0⟧) return null;"), 'serverText', 'compare', "err.code === '23514'"),
    hit('a match that is used on', onPg('const found = ⟦err.message.match(/violates unique constraint "(\\w+)"/)⟧;\nreturn found?.[1];'), { messageId: 'serverText' }),
    mended('the text of the whole error', onPg("if (⟦String(err).includes('deadlock detected')⟧) return null;"), 'serverText', 'compare', "err.code === '40P01'"),
    mended('a template with the error', onPg("if (⟦`${err}`.includes('deadlock detected')⟧) return null;"), 'serverText', 'compare', "err.code === '40P01'"),
    mended('the text through names', onPg("const message = err instanceof Error ? err.message : String(err);\nconst lower = (message ?? '').toLowerCase();\nif (⟦lower.includes('duplicate key')⟧) return null;"), 'serverText', 'compare', "err.code === '23505'"),
    mended('the text of an alias', onPg("const e = err;\nif (⟦e.message.includes('duplicate key')⟧) return null;"), 'serverText', 'compare', "e.code === '23505'"),
    hit('the text taken out of the parameter', pg("async function f() { try { await pool.query('select 1'); } catch ({ message }) { if (⟦message.includes('duplicate key')⟧) return; } }"), { messageId: 'serverText' }),
    mended('a comparison of comparisons', onPg("if (⟦err.message.includes('duplicate key')⟧ === true) return null;"), 'serverText', 'compare', "(err.code === '23505')"),
    mended('double quotes', onPg('if (⟦err.message.includes("duplicate key")⟧) return null;'), 'serverText', 'compare', 'err.code === "23505"'),
    hit('a comment in the question', onPg("if (⟦err.message.includes(/* pg */ 'duplicate key')⟧) return null;"), { messageId: 'serverText' }),
    hit('words of many errors', pg(inTry("await pool.query('create table users (id int)')", "if (⟦!err.message.includes('already exists')⟧) throw err;")), {
      messageId: 'serverText',
      message:
        "'already exists' is looked for in the server's own text. Nothing fails: that text changes with its language and version, and can hold values of users. Compare `err.code` with '42P07' (duplicate_table), '42701' (duplicate_column), '42710' (duplicate_object), '42P06' (duplicate_schema) or others.",
    }),
    mended('the text beside the code of another error', onPg("if (err.code === '42P01') return 1;\nif (⟦err.message.includes('duplicate key')⟧) return null;"), 'serverText', 'compare', "err.code === '23505'"),
    mended('telling words, whoever else may fail', `import { mail } from './mail.js';\n${pg(inTry("await pool.query('select 1');\nawait mail(user)", "if (⟦err.message.includes('duplicate key')⟧) return null;"))}`, 'serverText', 'compare', "err.code === '23505'"),
    mended('a cast', pg("async function f(): Promise<void> { try { await pool.query('select 1'); } catch (error) { if (⟦!(error as Error).message.includes('duplicate key')⟧) throw error; } }"), 'serverText', 'compare', "(error as { code?: string }).code !== '23505'", { filename: 'file.ts' }),
    mended('a name in TypeScript', pg("async function f(): Promise<void> { try { await pool.query('select 1'); } catch (error) { const text = error instanceof Error ? error.message : ''; if (⟦text.includes('duplicate key')⟧) return; } }"), 'serverText', 'compare', "(error as { code?: string }).code === '23505'", { filename: 'file.ts' }),
    mended('a class of pg', pg("import { DatabaseError } from 'pg';\n" + inTry("await pool.query('select 1')", "if (err instanceof DatabaseError && ⟦err.message.includes('duplicate key')⟧) return null;")), 'serverText', 'compare', "err.code === '23505'"),
    mended('behind an error of another class', pg("import { HttpError } from './errors.js';\n" + inTry("await pool.query('select 1')", "if (err instanceof HttpError || !err) return 1;\nif (⟦err.message.includes('duplicate key')⟧) return null;")), 'serverText', 'compare', "err.code === '23505'"),
    mended('besides an error of another class', pg("import { HttpError } from './errors.js';\n" + inTry("await pool.query('select 1')", "if (err instanceof HttpError) return 1;\nelse if (⟦err.message.includes('duplicate key')⟧) return null;")), 'serverText', 'compare', "err.code === '23505'"),

    mended('catch() of a promise', pg("pool.query('select 1').then((result) => result.rows).catch((err) => { if (⟦err.message.includes('duplicate key')⟧) f(); });"), 'serverText', 'compare', "err.code === '23505'"),
    mended('the second argument of then()', pg("pool.query('select 1').then(f, (err) => { if (⟦err.message.includes('duplicate key')⟧) g(); });"), 'serverText', 'compare', "err.code === '23505'"),
    mended('a callback', pg("pool.query('select 1', (err, result) => { if (err && ⟦err.message.includes('duplicate key')⟧) f(); });"), 'serverText', 'compare', "err.code === '23505'"),
    mended('a callback with a name', pg("function done(err, result) { if (err && ⟦err.message.includes('duplicate key')⟧) f(); }\npool.query('select 1', done);"), 'serverText', 'compare', "err.code === '23505'"),
    mended('a helper for the errors of queries', pg("const isTaken = (e) => ⟦e.code === 23505⟧;\nasync function f() { try { await pool.query('select 1'); } catch (err) { if (isTaken(err)) return; throw err; } }\npool.query('select 2').catch((err) => isTaken(err));".replace('⟦e.code === 23505⟧', 'e.code === ⟦23505⟧')), 'wrongType', 'write', "'23505'"),
    mended('a private method', pg("class Users {\n  async save() { try { await pool.query('select 1'); } catch (err) { if (this.#isTaken(err)) return; throw err; } }\n  #isTaken(err) { return ⟦err.message.includes('duplicate key')⟧; }\n}"), 'serverText', 'compare', "err.code === '23505'"),
    mended('a query in a function of the file', pg("const insert = async (user) => pool.query('select 1', [user]);\n" + inTry('await insert(user)', "if (⟦err.message.includes('duplicate key')⟧) return null;")), 'serverText', 'compare', "err.code === '23505'"),
    mended('an error that is thrown again', pg("const insert = async (user) => { try { return await pool.query('select 1', [user]); } catch (err) { log(err); throw err; } };\n" + inTry('await insert(user)', "if (⟦err.message.includes('duplicate key')⟧) return null;")), 'serverText', 'compare', "err.code === '23505'"),
    mended('a checked-out client in a transaction', pg(inTry("const client = await pool.connect();\nawait client.query('begin')", "if (⟦err.message.includes('duplicate key')⟧) return null;")), 'serverText', 'compare', "err.code === '23505'"),
    mended('a field of a class', "import { Pool } from 'pg';\nclass Users {\n  pool = new Pool();\n  async save() { try { await this.pool.query('select 1'); } catch (err) { if (⟦err.message.includes('duplicate key')⟧) return; } }\n}", 'serverText', 'compare', "err.code === '23505'"),
    mended('an annotated parameter', "import type { PoolClient } from 'pg';\nexport async function save(client: PoolClient) { try { await client.query('select 1'); } catch (err: any) { if (⟦err.message.includes('duplicate key')⟧) return; } }", 'serverText', 'compare', "err.code === '23505'", { filename: 'file.ts' }),
    mended('a promise that was made before', pg("async function f() { const saved = pool.query('select 1'); try { await saved; } catch (err) { if (⟦err.message.includes('duplicate key')⟧) return; } }"), 'serverText', 'compare', "err.code === '23505'"),
    mended('several queries at once', pg(inTry("await Promise.all(users.map((one) => pool.query('select 1', [one])))", "if (⟦err.message.includes('duplicate')⟧) return null;")), 'serverText', 'compare', "err.code === '23505'"),

    mended('a number for the text', onPg('if (err.code === ⟦23505⟧) return null;'), 'wrongType', 'write', "'23505'", {
      message: "23505 is compared with `err.code`, which is a string in errors of node-postgres. Nothing fails: they are never equal. Compare `err.code` with '23505' (unique_violation).",
    }),
    mended('a number in a switch', onPg("switch (err.code) { case '23503': return 1; case ⟦23505⟧: return null; }"), 'wrongType', 'write', "'23505'"),
    mended('a number in a list', onPg("if (['23503', ⟦23505⟧].includes(err.code)) return null;"), 'wrongType', 'write', "'23505'"),
    hit('a number in a constant', `const UNIQUE = 23505;\n${onPg('if (err.code === ⟦UNIQUE⟧) return null;')}`, { messageId: 'wrongType' }),
    hit('a number of an enum', `enum Code { Unique = 23505 }\n${onPg('if (err.code === ⟦Code.Unique⟧) return null;')}`, { messageId: 'wrongType', filename: 'file.ts' }),
    mended('a code that was taken out', onPg('const { code } = err;\nif (code === ⟦23505⟧) return null;'), 'wrongType', 'write', "'23505'"),
    hit('an unknown SQLSTATE', onPg("if (err.code === ⟦'23515'⟧) return null;"), {
      messageId: 'unknownCode',
      message: "'23515' is no SQLSTATE. Nothing fails: no error of the server has it. Perhaps '23505' (unique_violation) or '23514' (check_violation) is meant.",
      suggestions: [['write', onPg("if (err.code === '23505') return null;")], ['write', onPg("if (err.code === '23514') return null;")]],
    }),
    mended('two digits in the wrong order', onPg("if (err.code === ⟦'23055'⟧) return null;"), 'unknownCode', 'write', "'23505'"),
    mended('a SQLSTATE in lower case', onPg("if (err.code === ⟦'42p01'⟧) return null;"), 'unknownCode', 'write', "'42P01'", {
      message: "'42p01' is no SQLSTATE. Nothing fails: no error of the server has it. Perhaps '42P01' (undefined_table) is meant.",
    }),
    mended('the code of another server', onPg("if (err.code === ⟦'ER_DUP_ENTRY'⟧) return null;"), 'foreignCode', 'write', "'23505'", {
      message: "'ER_DUP_ENTRY' is no code that node-postgres puts into `err.code`. Nothing fails: they are never equal. Compare `err.code` with '23505' (unique_violation).",
    }),
    mended('the code in the text', onPg("if (⟦err.message.includes('23505')⟧) return null;"), 'absentCode', 'compare', "err.code === '23505'", {
      message: "'23505' is looked for in `err.message`, which holds no code in errors of node-postgres. Nothing fails: it is never found there. Compare `err.code` with '23505' (unique_violation).",
    }),
    mended('the place of another driver', onPg("if (⟦err.errno⟧ === '23505') return null;"), 'codeElsewhere', 'read', 'err.code'),
    mended('the name that postgres.js gives to the constraint', onPg("if (⟦err.constraint_name⟧ === 'users_email_key') return null;"), 'constraintElsewhere', 'read', 'err.constraint', {
      message: '`err.constraint_name` is not where node-postgres has the name of the constraint. Nothing fails: it is undefined. Read `err.constraint`.',
    }),

    mended('the code of Drizzle', onDrizzle("if (⟦err.code⟧ === '23505') return null;"), 'codeElsewhere', 'read', 'err.cause?.code', {
      message: "`err.code` is not where Drizzle has the code of such an error. Nothing fails: it is undefined, and never '23505'. Compare `err.cause.code` with '23505' (unique_violation).",
    }),
    mended('the class of codes of Drizzle', onDrizzle("if (⟦err.code⟧.startsWith('23')) return null;"), 'codeElsewhere', 'read', 'err.cause?.code'),
    mended('the code of Drizzle in a switch', onDrizzle("switch (⟦err?.code⟧) { case '23505': return 1; case '23503': return null; }"), 'codeElsewhere', 'read', 'err?.cause?.code'),
    mended('the code of Drizzle in a transaction', drizzle(inTry('await db.transaction(async (tx) => { await tx.insert(users).values(user); })', "if (⟦err.code⟧ === '23505') return null;")), 'codeElsewhere', 'read', 'err.cause?.code'),
    mended('the code of Drizzle, cast', drizzle("async function f() { try { await db.select().from(users); } catch (err) { if (⟦(err as { code?: string }).code⟧ === '42P01') return; } }"), 'codeElsewhere', 'read', '(err as { cause?: { code?: string } }).cause?.code', { filename: 'file.ts' }),
    hit('the code of Drizzle, taken out', onDrizzle("const { ⟦code⟧ } = err;\nif (code === '23505') return null;"), { messageId: 'codeElsewhere' }),
    mended('the text of Drizzle', onDrizzle("if (⟦String(err?.message || '').includes('duplicate')⟧) return null;"), 'absentText', 'compare', "err?.cause?.code === '23505'", {
      message: "'duplicate' is looked for in `err?.message`, which is not the server's text in such an error of Drizzle. Nothing fails: it is `Failed query: …`, without a word of the server. Compare `err.cause.code` with '23505' (unique_violation).",
    }),
    mended('the text of the cause of Drizzle', onDrizzle("if (⟦err.cause.message.includes('duplicate key')⟧) return null;"), 'serverText', 'compare', "err.cause?.code === '23505'"),
    mended('the constraint of Drizzle', onDrizzle("if (⟦err.constraint⟧ === 'users_email_key') return null;"), 'constraintElsewhere', 'read', 'err.cause?.constraint'),
    mended('the constraint of the cause, over postgres.js', "import { drizzle } from 'drizzle-orm/postgres-js';\nconst db = drizzle(process.env.DATABASE_URL);\n" + inTry('await db.insert(users).values(user)', "if (⟦err.cause.constraint⟧ === 'users_email_key') return null;"), 'constraintElsewhere', 'read', 'err.cause?.constraint_name'),
    mended('the constraint of postgres.js', onPostgres("if (⟦err.constraint⟧ === 'users_email_key') return null;"), 'constraintElsewhere', 'read', 'err.constraint_name'),
    hit('the constraint of postgres.js, taken out', onPostgres('const { ⟦constraint⟧: name } = err;\nreturn name;'), { messageId: 'constraintElsewhere' }),
    mended('the code of Sequelize', onSequelize("if (⟦err.code⟧ === '23505') return null;"), 'codeElsewhere', 'read', 'err.parent?.code'),
    mended('the text of Sequelize', onSequelize("if (⟦err.message.includes('duplicate key')⟧) return null;"), 'absentText', 'compare', "err.parent?.code === '23505'"),
    mended('a text of the server that Sequelize passes on', onSequelize("if (⟦err.message.includes('foreign key')⟧) return null;"), 'serverText', 'compare', "err.parent?.code === '23503'"),
    mended('the code of Slonik', onSlonik("if (⟦err.code⟧ === '23505') return null;"), 'codeElsewhere', 'read', 'err.cause?.code'),
    mended('the text of Slonik', onSlonik("if (⟦err.message.includes('duplicate key')⟧) return null;"), 'absentText', 'compare', "err.cause?.code === '23505'"),
    mended('the code of Bun', onBun("if (⟦err.code⟧ === '23505') return null;"), 'codeElsewhere', 'read', 'err.errno', {
      message: "`err.code` is not where Bun SQL has the code of such an error. Nothing fails: it is a code such as `ERR_POSTGRES_SERVER_ERROR`, and never '23505'. Compare `err.errno` with '23505' (unique_violation).",
    }),
    mended('a number for the code of Bun', onBun('if (err.errno === ⟦23505⟧) return null;'), 'wrongType', 'write', "'23505'"),
    mended('the code of Prisma', onPrisma("if (⟦err.code⟧ === '23505') return null;"), 'codeElsewhere', 'read', 'err.meta?.driverAdapterError?.cause?.originalCode'),
    mended('the constraint of Knex', onKnex("if (⟦err.constraint_name⟧ === 'users_email_key') return null;"), 'constraintElsewhere', 'read', 'err.constraint'),
    mended('a SQLSTATE of PostgreSQL on MySQL', onTypeorm("if ('code' in err && err.code === ⟦'23505'⟧) return null;", 'mysql'), 'foreignCode', 'write', "'ER_DUP_ENTRY'"),
    mended('the text of MySQL', onMysql("if (⟦err.message.includes('Duplicate entry')⟧) return null;"), 'serverText', 'compare', "err.code === 'ER_DUP_ENTRY'"),
    mended('the number of MySQL as a text', onMysql("if (err.errno === ⟦'1062'⟧) return null;"), 'wrongType', 'write', '1062', {
      message: "'1062' is compared with `err.errno`, which is a number in errors of mysql2. Nothing fails: they are never equal. Compare `err.errno` with 1062.",
    }),
    mended('the number of MySQL where its name stands', onMysql('if (err.code === ⟦1452⟧) return null;'), 'foreignCode', 'write', "'ER_NO_REFERENCED_ROW_2'"),
    mended('the name of MySQL in its text', onMysql("if (⟦err.message.includes('ER_DUP_ENTRY')⟧) return null;"), 'absentCode', 'compare', "err.code === 'ER_DUP_ENTRY'"),
    hit('the code for all constraints, where each has its own', onSqlite("if (err.code === ⟦'SQLITE_CONSTRAINT'⟧) return null;"), {
      messageId: 'foreignCode',
      message:
        "'SQLITE_CONSTRAINT' is no code that better-sqlite3 puts into `err.code`. Nothing fails: they are never equal. Compare `err.code` with 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_FOREIGNKEY', 'SQLITE_CONSTRAINT_NOTNULL' or others.",
    }),
    hit('the code of one constraint, where all have the same', "import sqlite3 from 'sqlite3';\nconst db = new sqlite3.Database('app.db');\ndb.run('insert into users values (1)', (err) => { if (err?.code === ⟦'SQLITE_CONSTRAINT_UNIQUE'⟧) f(); });", {
      messageId: 'foreignCode',
      message: "'SQLITE_CONSTRAINT_UNIQUE' is no code that sqlite3 puts into `err?.code`. Nothing fails: they are never equal. For such an error it is 'SQLITE_CONSTRAINT', which it is for others, too.",
    }),
    hit('the code of node:sqlite', onNodeSqlite("if (⟦err.code⟧ === 'SQLITE_CONSTRAINT_UNIQUE') return null;"), {
      messageId: 'codeElsewhere',
      suggestion: ['compare', onNodeSqlite('if (err.errcode === 2067) return null;')],
    }),
  ],
};
