import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const createdWith = (dialect: string): string => `import { Kysely, ${dialect}, sql } from 'kysely';\nconst db = new Kysely({ dialect: new ${dialect}({ pool }) });\n`;
const postgres = (code: string): string => createdWith('PostgresDialect') + code;
const mysql = (code: string): string => createdWith('MysqlDialect') + code;
const sqlite = (code: string): string => createdWith('SqliteDialect') + code;

export const cases: DriverCases = {
  'no-foreign-placeholder': {
    valid: [
      quiet('holes', postgres('await sql`select * from t where id = ${id}`.execute(db);')),
      quiet('a JSONB operator', postgres("await sql`select tags ? 'a' from t where id = ${id}`.execute(db);")),
      quiet('a piece of SQL that is not sent here', postgres('db.selectFrom("t").select(sql`count(?)`.as("n"));')),
      quiet('a database that is only known by its type', "import { Kysely, sql } from 'kysely';\nexport const find = (db: Kysely<Tables>) => sql`select ?`.execute(db);", 'file.ts'),
      quiet('a dialect of somebody else', "import { Kysely, sql } from 'kysely';\nimport { OtherDialect } from 'other-dialect';\nawait sql`select $1`.execute(new Kysely({ dialect: new OtherDialect() }));"),
      quiet('a tag of the same name', "import { Kysely, PostgresDialect } from 'kysely';\nimport { sql } from 'other';\nawait sql`select ?`.execute(new Kysely({ dialect: new PostgresDialect({}) }));"),
    ],
    invalid: [
      hit('a question mark', postgres('await sql`select * from t where id = ⟦?⟧`.execute(db);'), {
        messageId: 'foreign',
        message: '`?` in "select * from t where id = ?" is not a placeholder for Kysely. It fails with 42601 `syntax error at end of input`. Write `${value}`.',
      }),
      hit('a number by hand', postgres('await sql`select * from t where id = ⟦$1⟧`.execute(db);'), {
        messageId: 'handWritten',
        message: '`$1` in "select * from t where id = $1" is written by hand into a template tag, which numbers its `${}` itself. It fails with 42P02 `there is no parameter $1`. Write the value as `${}`.',
      }),
      hit('a number beside a hole', postgres('await sql`select * from t where name = ⟦$1⟧ and id = ${id}`.execute(db);'), { messageId: 'handWritten' }),
      hit('a transaction', postgres('await db.transaction().execute(async (trx) => sql`select ⟦?⟧`.execute(trx));'), { messageId: 'foreign' }),
      hit('a transaction with a level', postgres("await db.transaction().setIsolationLevel('serializable').execute(async (trx) => sql`select ⟦?⟧`.execute(trx));"), { messageId: 'foreign' }),
      hit('another schema', postgres("await sql`select ⟦?⟧`.execute(db.withSchema('app'));"), { messageId: 'foreign' }),
      hit('a template in a constant', postgres('const query = sql`select ⟦?⟧`;\nawait query.execute(db);'), { messageId: 'foreign' }),
      hit('MySQL, which has a placeholder of its own', mysql('await sql`select ⟦?⟧`.execute(db);'), {
        messageId: 'handWritten',
        message: '`?` in "select ?" is written by hand into a template tag, which numbers its `${}` itself. It fails: the server finds no value for it. Write the value as `${}`.',
      }),
      hit('a name in SQLite', sqlite('await sql`select * from t where id = ⟦:id⟧`.execute(db);'), { messageId: 'foreign' }),
    ],
  },
  'no-placeholder-mismatch': 'every value stands in its place in the template',
  'no-quoted-placeholder': {
    valid: [
      quiet('holes', postgres('await sql`select * from t where name = ${name}`.execute(db);')),
      quiet('a text in quotes', postgres("await sql`select 'a', ${id}`.execute(db);")),
      quiet('a literal that is spliced in', postgres("await sql`select 'a${sql.raw(suffix)}'`.execute(db);")),
      quiet('a piece of SQL that is not sent here', postgres("db.selectFrom('t').select(sql`'${name}'`.as('n'));")),
    ],
    invalid: [
      hit('a hole in quotes', postgres("const name = 'a';\nawait sql`select * from t where name = '⟦${name}⟧'`.execute(db);"), {
        messageId: 'quotedHole',
        message: '`${name}` stands inside SQL quotes in "select * from t where name = \'${…}\'", where no value can be bound. It fails with 08P01 `bind message supplies 1 parameters, but prepared statement "" requires 0`.',
        output: postgres("const name = 'a';\nawait sql`select * from t where name = ${name}`.execute(db);"),
      }),
      hit('MySQL says nothing', mysql("const name = 'a';\nawait sql`select * from t where name = '⟦${name}⟧'`.execute(db);"), {
        messageId: 'quotedHole',
        message: '`${name}` stands inside SQL quotes in "select * from t where name = \'${…}\'", where no value can be bound. Nothing fails: the text in quotes stays as it is, and the value is not used.',
        output: mysql("const name = 'a';\nawait sql`select * from t where name = ${name}`.execute(db);"),
      }),
      hit('a quoted name in SQLite', sqlite("const name = 'a';\nawait sql`select * from t where \"⟦${name}⟧\" = 1`.execute(db);"), {
        messageId: 'quotedIdentifier',
        message:
          '`${name}` stands inside a quoted name in "select * from t where "${…}" = 1", where no value can be bound. It fails with SQLITE_ERROR `no such column: "?" - should this be a string literal in single-quotes?`.',
      }),
    ],
  },
  'no-connection-per-request': 'it opens nothing itself: a dialect is handed a pool, whose creation is reported at that driver',
};
