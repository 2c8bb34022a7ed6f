import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const createdAs = (type: string): string => `import { DataSource } from 'typeorm';\nconst source = new DataSource({ type: '${type}', host: 'db' });\n`;
const postgres = (call: string): string => createdAs('postgres') + call;
const mysql = (call: string): string => createdAs('mariadb') + call;
const sqlite = (call: string): string => createdAs('better-sqlite3') + call;
const migration = "import { MigrationInterface, QueryRunner } from 'typeorm';\nexport class Fill implements MigrationInterface {\n";
const foreign = 'foreign';

export const cases: DriverCases = {
  'no-foreign-placeholder': {
    valid: [
      quiet('numbers on Postgres', postgres("source.query('select * from t where id = $1', [id]);")),
      quiet('question marks on MySQL', mysql("source.query('select * from t where id = ?', [id]);")),
      quiet('question marks for names on MySQL', mysql("source.query('select ?? from t', ['id']);")),
      quiet('question marks on SQLite', sqlite("source.query('select * from t where id = ?', [id]);")),
      quiet('a JSONB operator', postgres("source.query(\"select tags ? 'a' from t where id = $1\", [id]);")),
      quiet('holes of a tag', postgres('source.sql`select * from t where id = ${id}`;')),
      quiet('a tag on another server', mysql('source.sql`select * from t where id = $1`;')),
      quiet('a migration, which runs on a server that nobody knows', `${migration}  async up(queryRunner: QueryRunner) { await queryRunner.query('update t set a = $1 where b = ?', [1]); }\n}`, 'file.ts'),
      quiet('a type that is computed', "import { DataSource } from 'typeorm';\nnew DataSource({ type: process.env.TYPE }).query('select ?', [1]);"),
      quiet('a server whose answers nobody saw', "import { DataSource } from 'typeorm';\nnew DataSource({ type: 'oracle' }).query('select ?', [1]);"),
    ],
    invalid: [
      hit('a question mark on Postgres', postgres("source.query('select * from t where id = ⟦?⟧', [id]);"), {
        messageId: foreign,
        message: '`?` in "select * from t where id = ?" is not a placeholder for TypeORM DataSource. It fails with 42601 `syntax error at end of input`. Write `$1`.',
        output: postgres("source.query('select * from t where id = $1', [id]);"),
      }),
      hit('a name with a record, which TypeORM itself refuses', postgres("source.query('select * from t where id = ⟦:id⟧', { id });"), {
        messageId: foreign,
        message: '`:id` in "select * from t where id = :id" is not a placeholder for TypeORM DataSource. It fails with `Your driver does not support named placeholders.`. Write `$1`.',
        output: postgres("source.query('select * from t where id = $1', [id]);"),
      }),
      hit('a manager', postgres("source.manager.query('select ⟦?⟧', [1]);"), { messageId: foreign, output: postgres("source.manager.query('select $1', [1]);") }),
      hit('a repository', postgres("source.getRepository(User).query('select ⟦?⟧', [1]);"), { messageId: foreign, output: postgres("source.getRepository(User).query('select $1', [1]);") }),
      hit('a runner', postgres("const runner = source.createQueryRunner();\nawait runner.query('select ⟦?⟧', [1]);"), {
        messageId: foreign,
        message: '`?` in "select ?" is not a placeholder for TypeORM QueryRunner. It fails with 42601 `syntax error at end of input`. Write `$1`.',
        output: postgres("const runner = source.createQueryRunner();\nawait runner.query('select $1', [1]);"),
      }),
      hit('a transaction with a level', postgres("source.transaction('SERIALIZABLE', async (manager) => { await manager.query('select ⟦?⟧', [1]); });"), {
        messageId: foreign,
        output: postgres("source.transaction('SERIALIZABLE', async (manager) => { await manager.query('select $1', [1]); });"),
      }),
      hit('a number by hand in a tag', postgres('source.sql`select * from t where id = ⟦$1⟧`;'), {
        messageId: 'handWritten',
        message: '`$1` in "select * from t where id = $1" is written by hand into a template tag, which numbers its `${}` itself. It fails with 42P02 `there is no parameter $1`. Write the value as `${}`.',
      }),
      hit('a number on MySQL', mysql("source.query('select * from t where id = ⟦$1⟧', [id]);"), {
        messageId: foreign,
        message: '`$1` in "select * from t where id = $1" is not a placeholder for TypeORM DataSource. It fails with ER_BAD_FIELD_ERROR `Unknown column \'$1\'`. Write `?`.',
        output: mysql("source.query('select * from t where id = ?', [id]);"),
      }),
      hit('a name on SQLite', sqlite("source.query('select * from t where id = ⟦:id⟧', [id]);"), {
        messageId: foreign,
        message: '`:id` in "select * from t where id = :id" is not a placeholder for TypeORM DataSource. It fails with `RangeError: Too many parameter values were provided`. Write `?`.',
        suggestion: ['rewrite', sqlite("source.query('select * from t where id = ?', [id]);")],
      }),
    ],
  },
  'no-placeholder-mismatch': {
    valid: [
      quiet('as many values', postgres("source.query('select $1, $2', [a, b]);")),
      quiet('a runner after the values', postgres("source.query('select $1', [a], runner);")),
      quiet('values nobody can count', postgres("source.query('select $1, $2', [...values]);")),
      quiet('a value too many on MySQL', mysql("source.query('select ?', [a, b]);")),
      quiet('one value on MySQL', mysql("source.query('select ?', a);")),
      quiet('holes of a tag', postgres('source.sql`select ${a}, ${b}`;')),
    ],
    invalid: [
      hit('too few', postgres("source.query('select $1, ⟦$2⟧', [a]);"), {
        messageId: 'tooFew',
        message: 'The text has 2 placeholders, but 1 value is passed: `$2` gets none. It fails with 08P01 `bind message supplies 1 parameters, but prepared statement "" requires 2`.',
      }),
      hit('a gap', postgres("source.query('select $1, ⟦$3⟧', [a, b, c]);"), { messageId: 'gap' }),
      hit('no values', postgres("source.query('select ⟦$1⟧');"), { messageId: 'none' }),
      hit('a record', postgres("source.query('select $1', ⟦{ id }⟧);"), { messageId: 'notAList', message: 'TypeORM DataSource takes the values as an array, and this is none. It fails with `Your driver does not support named placeholders.`.' }),
      hit('too few on MySQL', mysql("source.query('select ?, ⟦?⟧', [a]);"), { messageId: 'tooFew' }),
      hit('too many on SQLite', sqlite("source.query('select ?', [a, ⟦b⟧]);"), {
        messageId: 'tooMany',
        message: 'The text has 1 placeholder, but 2 values are passed. It fails with `RangeError: Too many parameter values were provided`.',
      }),
    ],
  },
  'no-quoted-placeholder': {
    valid: [
      quiet('a text in quotes', postgres("source.query(\"select '?' where id = $1\", [id]);")),
      quiet('no values', postgres("source.query(\"select '$1'\");")),
      quiet('a fragment in a tag', postgres("source.sql`select '${() => name}'`;")),
      quiet('a runner of a migration', `${migration}  async up(queryRunner: QueryRunner) { await queryRunner.query("select '$1'", [1]); }\n}`, 'file.ts'),
    ],
    invalid: [
      hit('a number', postgres("source.query(\"select * from t where name = ⟦'$1'⟧\", [name]);"), { messageId: 'quoted', output: postgres('source.query("select * from t where name = $1", [name]);') }),
      hit('a question mark on MySQL', mysql("source.query(\"select * from t where name = ⟦'?'⟧\", [name]);"), {
        messageId: 'quoted',
        message: '`\'?\'` in "select * from t where name = \'?\'" is text inside quotes, not a placeholder. Nothing fails: the text in quotes stays as it is, and its value is not used.',
        output: mysql('source.query("select * from t where name = ?", [name]);'),
      }),
      hit('a hole of a tag', postgres("const name = 'a';\nsource.sql`select * from t where name = '⟦${name}⟧'`;"), {
        messageId: 'quotedHole',
        message: '`${name}` stands inside SQL quotes in "select * from t where name = \'${…}\'", where no value can be bound. It fails with 08P01 `bind message supplies 1 parameters, but prepared statement "" requires 0`.',
        output: postgres("const name = 'a';\nsource.sql`select * from t where name = ${name}`;"),
      }),
    ],
  },
  'no-cached-statement': {
    valid: [
      quiet('a runner of the function', postgres("export async function find() { const runner = source.createQueryRunner(); try { return await runner.query('select 1'); } finally { await runner.release(); } }")),
      quiet('a unit of work', postgres("export class Work { constructor() { this.runner = source.createQueryRunner(); } async run(work) { await this.runner.startTransaction(); try { await work(this.runner.manager); await this.runner.commitTransaction(); } finally { await this.runner.release(); } } }")),
      quiet('a runner of an object that may live shortly', postgres("export class Users { constructor() { this.runner = source.createQueryRunner(); } find() { return this.runner.query('select 1'); } }")),
      quiet('the one runner of SQLite', sqlite("let runner;\nexport async function find() { runner ??= source.createQueryRunner(); const rows = await runner.query('select 1'); await runner.release(); return rows; }")),
      quiet('a server that nobody knows', "import { DataSource } from 'typeorm';\nconst source = new DataSource({ type: process.env.TYPE });\nlet runner;\nexport async function find() { runner ??= source.createQueryRunner(); const rows = await runner.query('select 1'); await runner.release(); return rows; }"),
    ],
    invalid: [
      hit('a runner that each call releases', postgres("let runner;\nexport async function find() {\n  ⟦runner⟧ ??= source.createQueryRunner();\n  try { return await runner.query('select 1'); } finally { await runner.release(); }\n}"), {
        messageId: 'released',
        message: '`runner` keeps a TypeORM QueryRunner whose checkout ends in line 6, and the next call finds it there. It fails with `Query runner already released. Cannot run queries anymore.`. Take a client out of the pool where it is needed, and give it back there.',
      }),
      hit('a field on MySQL', mysql("export class Users {\n  async find() {\n    if (!this.runner) ⟦this.runner⟧ = source.createQueryRunner();\n    const rows = await this.runner.query('select 1');\n    await this.runner.release();\n    return rows;\n  }\n}"), { messageId: 'released' }),
      hit('a runner for all callers', postgres("let runner;\nexport function getRunner() {\n  return (⟦runner⟧ ??= source.createQueryRunner());\n}"), { messageId: 'shared' }),
    ],
  },
  'no-connection-per-request': {
    valid: [
      quiet('opened at the top of the file', 'import express from \'express\';\nimport { DataSource } from \'typeorm\';\nconst db = await new DataSource({ type: \'postgres\', host: \'db\' }).initialize();\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.query(\'select 1\'));\n});\n'),
      quiet('opened when it is first needed', 'import express from \'express\';\nimport { DataSource } from \'typeorm\';\nexpress().get(\'/users\', async (req, res) => {\n  db ??= await new DataSource({ type: \'postgres\', host: \'db\' }).initialize();\n  res.json(await db.query(\'select 1\'));\n});\nlet db;\n'),
      quiet('a factory', 'import { DataSource } from \'typeorm\';\nexport async function open() {\n  const db = await new DataSource({ type: \'postgres\', host: \'db\' }).initialize();\n  return db;\n}\n'),
      quiet('the main function of a script', 'import { DataSource } from \'typeorm\';\nasync function main() {\n  const db = await new DataSource({ type: \'postgres\', host: \'db\' }).initialize();\n  console.log(await db.query(\'select 1\'));\n  await db.destroy();\n}\nmain();\n'),
      quiet('a database in memory', 'import express from \'express\';\nimport { DataSource } from \'typeorm\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = new DataSource({ type: \'better-sqlite3\', database: \':memory:\' });\n  await db.initialize();\n  res.json(await db.query(\'select 1\'));\n});\n'),
      quiet('a server that was not asked', 'import express from \'express\';\nimport { DataSource } from \'typeorm\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = new DataSource({ type: \'sqljs\' });\n  await db.initialize();\n  res.json(await db.query(\'select 1\'));\n});\n'),
      quiet('a provider of NestJS', 'import { Module } from \'@nestjs/common\';\nimport { DataSource } from \'typeorm\';\nconst source = { provide: \'DB\', useFactory: async () => new DataSource({ type: \'postgres\', host: \'db\' }).initialize() };\n@Module({ providers: [source] })\nexport class DatabaseModule {}\n', 'file.ts'),
    ],
    invalid: [
      hit('opened and left', 'import express from \'express\';\nimport { DataSource } from \'typeorm\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = await ⟦new DataSource⟧({ type: \'postgres\', host: \'db\' }).initialize();\n  res.json(await db.query(\'select 1\'));\n});\n', {
        messageId: 'handler',
        message: '`new DataSource` opens a TypeORM DataSource each time that an Express handler runs. Nobody closes it, and the open ones pile up. It fails with 53300 `sorry, too many clients already`. Initialize it once, where the app starts.',
      }),
      hit('opened and closed', 'import express from \'express\';\nimport { DataSource } from \'typeorm\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = await ⟦new DataSource⟧({ type: \'postgres\', host: \'db\' }).initialize();\n  res.json(await db.query(\'select 1\'));\n  await db.destroy();\n});\n', {
        messageId: 'handler',
        message: '`new DataSource` opens a TypeORM DataSource each time that an Express handler runs. It is closed again after use. Nothing fails: it takes about 45 times as long as the same query on one that stays open. Initialize it once, where the app starts.',
      }),
      hit('initialized later: moved to the top it would be initialized twice', 'import express from \'express\';\nimport { DataSource } from \'typeorm\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦new DataSource⟧({ type: \'mysql\', host: \'db\' });\n  await db.initialize();\n  res.json(await db.query(\'select 1\'));\n});\n', {
        messageId: 'handler',
        message: '`new DataSource` opens a TypeORM DataSource each time that an Express handler runs. Nobody closes it, and the open ones pile up. It fails with ER_CON_COUNT_ERROR `Too many connections`. Initialize it once, where the app starts.',
      }),
    ],
  },
};
