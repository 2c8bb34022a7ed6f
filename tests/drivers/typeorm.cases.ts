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
        message: '`\'?\'` in "select * from t where name = \'?\'" is a string, not a placeholder. Nothing fails: the text in quotes stays as it is, and its value is not used.',
        output: mysql('source.query("select * from t where name = ?", [name]);'),
      }),
      hit('a hole of a tag', postgres("const name = 'a';\nsource.sql`select * from t where name = '⟦${name}⟧'`;"), {
        messageId: 'quotedHole',
        message: '`${name}` stands inside SQL quotes in "select * from t where name = \'${…}\'", where no value can be bound. It fails with 08P01 `bind message supplies 1 parameters, but prepared statement "" requires 0`.',
        output: postgres("const name = 'a';\nsource.sql`select * from t where name = ${name}`;"),
      }),
    ],
  },
};
