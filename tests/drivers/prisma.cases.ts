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
  'no-connection-per-request': {
    valid: [
      quiet('opened at the top of the file', 'import express from \'express\';\nimport { PrismaClient } from \'@prisma/client\';\nimport { PrismaPg } from \'@prisma/adapter-pg\';\nconst db = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL }) });\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.user.findMany());\n});\n'),
      quiet('opened when it is first needed', 'import express from \'express\';\nimport { PrismaClient } from \'@prisma/client\';\nimport { PrismaPg } from \'@prisma/adapter-pg\';\nexpress().get(\'/users\', async (req, res) => {\n  db ??= new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL }) });\n  res.json(await db.user.findMany());\n});\nlet db;\n'),
      quiet('a factory', 'import { PrismaClient } from \'@prisma/client\';\nimport { PrismaPg } from \'@prisma/adapter-pg\';\nexport async function open() {\n  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL }) });\n  return db;\n}\n'),
      quiet('the main function of a script', 'import { PrismaClient } from \'@prisma/client\';\nimport { PrismaPg } from \'@prisma/adapter-pg\';\nasync function main() {\n  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL }) });\n  console.log(await db.user.findMany());\n  await db.$disconnect();\n}\nmain();\n'),
      quiet('another adapter, which may open nothing', 'import express from \'express\';\nimport { PrismaClient } from \'@prisma/client\';\nimport { PrismaNeonHTTP } from \'@prisma/adapter-neon\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = new PrismaClient({ adapter: new PrismaNeonHTTP(process.env.DATABASE_URL) });\n  res.json(await db.user.findMany());\n});\n'),
      quiet('an adapter over a pool that is there', 'import express from \'express\';\nimport { PrismaClient } from \'@prisma/client\';\nimport { PrismaPg } from \'@prisma/adapter-pg\';\nimport { pool } from \'./pool.js\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = new PrismaClient({ adapter: new PrismaPg(pool) });\n  res.json(await db.user.findMany());\n});\n'),
      quiet('options from elsewhere', 'import express from \'express\';\nimport { PrismaClient } from \'@prisma/client\';\nimport { options } from \'./options.js\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = new PrismaClient(options);\n  res.json(await db.user.findMany());\n});\n'),
      quiet('one for all hot reloads', 'import { PrismaClient } from \'@prisma/client\';\nimport { PrismaPg } from \'@prisma/adapter-pg\';\nexport const db = globalThis.db ?? new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL }) });\nif (process.env.NODE_ENV !== \'production\') globalThis.db = db;\n'),
    ],
    invalid: [
      hit('opened and left', 'import express from \'express\';\nimport { PrismaClient } from \'@prisma/client\';\nimport { PrismaPg } from \'@prisma/adapter-pg\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦new PrismaClient⟧({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL }) });\n  res.json(await db.user.findMany());\n});\n', {
        messageId: 'handler',
        message: '`new PrismaClient` opens a Prisma Client each time that an Express handler runs. Nobody closes it, and the open ones pile up. It fails with 53300 `sorry, too many clients already`. Open it once, for all of them.',
      }),
      hit('opened and closed', 'import express from \'express\';\nimport { PrismaClient } from \'@prisma/client\';\nimport { PrismaPg } from \'@prisma/adapter-pg\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦new PrismaClient⟧({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL }) });\n  res.json(await db.user.findMany());\n  await db.$disconnect();\n});\n', {
        messageId: 'handler',
        message: '`new PrismaClient` opens a Prisma Client each time that an Express handler runs. It is closed again after use. Nothing fails: it takes about 25 times as long as the same query on one that stays open. Open it once, for all of them.',
      }),
      hit('an adapter from the top of the file', 'import express from \'express\';\nimport { PrismaClient } from \'@prisma/client\';\nimport { PrismaPg } from \'@prisma/adapter-pg\';\nconst adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL });\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦new PrismaClient⟧({ adapter });\n  res.json(await db.user.findMany());\n});\n', {
        messageId: 'handler',
        message: '`new PrismaClient` opens a Prisma Client each time that an Express handler runs. Nobody closes it, and the open ones pile up. It fails with 53300 `sorry, too many clients already`. Open it once, for all of them.',
        suggestion: ['moveToTop', 'import express from \'express\';\nimport { PrismaClient } from \'@prisma/client\';\nimport { PrismaPg } from \'@prisma/adapter-pg\';\nconst adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL });\nconst db = new PrismaClient({ adapter });\n\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.user.findMany());\n});\n'],
      }),
      hit('extended, and closed through that', 'import express from \'express\';\nimport { PrismaClient } from \'@prisma/client\';\nimport { PrismaPg } from \'@prisma/adapter-pg\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦new PrismaClient⟧({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL }) }).$extends({});\n  res.json(await db.user.findMany());\n  await db.$disconnect();\n});\n', {
        messageId: 'handler',
        message: '`new PrismaClient` opens a Prisma Client each time that an Express handler runs. It is closed again after use. Nothing fails: it takes about 25 times as long as the same query on one that stays open. Open it once, for all of them.',
      }),
    ],
  },
};
