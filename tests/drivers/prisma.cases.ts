import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const head = "import { PrismaClient } from '@prisma/client';\nimport { PrismaPg } from '@prisma/adapter-pg';\nconst db = new PrismaClient({ adapter: new PrismaPg({ connectionString }) });\n";
const db = (code: string): string => head + code;

export const cases: DriverCases = {
  'no-foreign-placeholder': {
    valid: [
      quiet('holes', db('await db.$queryRaw`select * from t where id = ${id}`;')),
      quiet('numbers', db("await db.$queryRawUnsafe('select * from t where id = $1', id);")),
      quiet('a JSONB operator', db("await db.$queryRaw`select tags ? 'a' from t where id = ${id}`;")),
      quiet('a template from elsewhere', db('await db.$queryRaw(Prisma.sql`select * from t where id = ${id}`);')),
      quiet('a server that nobody knows', "import { PrismaClient } from '@prisma/client';\nawait new PrismaClient().$queryRawUnsafe('select ?', 1);"),
      quiet('an adapter of another server', "import { PrismaClient } from '@prisma/client';\nimport { PrismaMssql } from '@prisma/adapter-mssql';\nawait new PrismaClient({ adapter: new PrismaMssql({}) }).$queryRaw`select ?`;"),
    ],
    invalid: [
      hit('a question mark', db("await db.$queryRawUnsafe('select * from t where id = ⟦?⟧', 1);"), {
        messageId: 'foreign',
        message: '`?` in "select * from t where id = ?" is not a placeholder for Prisma Client. It fails with 42601 `syntax error at end of input`. Write `$1`.',
        output: db("await db.$queryRawUnsafe('select * from t where id = $1', 1);"),
      }),
      hit('a question mark in a tag', db('await db.$executeRaw`delete from t where id = ⟦?⟧`;'), { messageId: 'foreign' }),
      hit('a number by hand', db('await db.$queryRaw`select * from t where id = ⟦$1⟧`;'), {
        messageId: 'handWritten',
        message: '`$1` in "select * from t where id = $1" is written by hand into a template tag, which numbers its `${}` itself. It fails with 42P02 `there is no parameter $1`. Write the value as `${}`.',
      }),
      hit('a transaction', db('await db.$transaction(async (tx) => { await tx.$queryRaw`select ⟦:id⟧`; });'), { messageId: 'foreign' }),
      hit('an adapter in a constant', "import { PrismaClient } from '@prisma/client';\nimport { PrismaPg } from '@prisma/adapter-pg';\nconst adapter = new PrismaPg({ connectionString });\nconst db = new PrismaClient({ adapter });\nawait db.$queryRaw`select ⟦?⟧`;", { messageId: 'foreign' }),
    ],
  },
  'no-placeholder-mismatch': {
    valid: [
      quiet('as many values', db("await db.$queryRawUnsafe('select $1, $2', 1, 2);")),
      quiet('a list as one value', db("await db.$queryRawUnsafe('select * from t where id = any($1)', [1, 2]);")),
      quiet('a record as one value', db("await db.$queryRawUnsafe('insert into t values ($1)', { a: 1 });")),
      quiet('values that are spread', db("await db.$queryRawUnsafe('select $1, $2', ...values);")),
      quiet('holes', db('await db.$queryRaw`select ${a}, ${b}`;')),
    ],
    invalid: [
      hit('too few', db("await db.$queryRawUnsafe('select $1, ⟦$2⟧', 1);"), {
        messageId: 'tooFew',
        message: 'The text has 2 placeholders, but 1 value is passed: `$2` gets none. It fails with 08P01 `bind message supplies 1 parameters, but prepared statement "" requires 2`.',
      }),
      hit('too many', db("await db.$executeRawUnsafe('delete from t where id = $1', 1, ⟦2⟧);"), { messageId: 'tooMany' }),
      hit('none', db("await db.$queryRawUnsafe('select ⟦$1⟧');"), { messageId: 'none' }),
    ],
  },
  'no-quoted-placeholder': {
    valid: [
      quiet('holes', db('await db.$queryRaw`select * from t where name = ${name}`;')),
      quiet('a text in quotes', db("await db.$queryRaw`select 'a', ${id}`;")),
      quiet('a literal that is spliced in', db("await db.$queryRaw`select 'a${Prisma.raw(suffix)}'`;")),
      quiet('a server that nobody knows', "import { PrismaClient } from '@prisma/client';\nconst name = 'a';\nawait new PrismaClient().$queryRaw`select '${name}'`;"),
    ],
    invalid: [
      hit('a hole in quotes', db("const name = 'a';\nawait db.$queryRaw`select * from t where name = '⟦${name}⟧'`;"), {
        messageId: 'quotedHole',
        message: '`${name}` stands inside SQL quotes in "select * from t where name = \'${…}\'", where no value can be bound. It fails with 08P01 `bind message supplies 1 parameters, but prepared statement "" requires 0`.',
        output: db("const name = 'a';\nawait db.$queryRaw`select * from t where name = ${name}`;"),
      }),
      hit('a number in quotes', db("await db.$queryRawUnsafe(\"select * from t where name = ⟦'$1'⟧\", 'a');"), { messageId: 'quoted', output: db("await db.$queryRawUnsafe(\"select * from t where name = $1\", 'a');") }),
    ],
  },
};
