import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const sql = (call: string): string => `const postgres = require('postgres');\nconst sql = postgres(url, { max: 5 });\n${call}`;

export const cases: DriverCases = {
  'no-foreign-placeholder': {
    valid: [
      quiet('holes', sql('sql`select * from t where id = ${id} and tags ? ${tag}`;')),
      quiet('a fragment', sql('const where = sql`where id = ${id}`;\nsql`select * from t ${where}`;')),
      quiet('text for unsafe()', sql("sql.unsafe('select * from t where id = $1', [id]);")),
    ],
    invalid: [
      hit('a name in a reserved connection', sql("const reserved = await sql.reserve();\nawait reserved.unsafe('select * from t where id = ⟦:id⟧', [id]);"), {
        messageId: 'foreign',
        suggestion: ['rewrite', sql("const reserved = await sql.reserve();\nawait reserved.unsafe('select * from t where id = $1', [id]);")],
      }),
      hit('a number by hand in a savepoint', sql('await sql.begin((tx) => tx.savepoint((sp) => sp`select ⟦$1⟧`));'), { messageId: 'handWritten' }),
    ],
  },
  'no-placeholder-mismatch': {
    valid: [
      quiet('a tag takes what stands in it', sql('sql`insert into t values (${a}, ${b})`;')),
      quiet('unsafe() without values', sql("sql.unsafe('select 1');")),
      quiet('a file', sql("sql.file('report.sql', [a, b]);")),
    ],
    invalid: [hit('a value too few for unsafe()', sql("sql.unsafe('select $1::int, ⟦$2⟧::int', [a]);"), { messageId: 'tooFew' })],
  },
  'no-quoted-placeholder': {
    valid: [
      quiet('a hole beside quotes', sql("sql`select ${a} || 'b'`;")),
      quiet('a name made by the driver', sql('sql`select * from ${sql(table)}`;')),
      quiet('a hole in a dollar-quoted body', sql('sql`do $$ begin perform ${call}; end $$`;')),
    ],
    invalid: [hit('a hole in quotes', sql("sql`select * from t where n = '⟦${Number(n)}⟧'`;"), { messageId: 'quotedHole', output: sql('sql`select * from t where n = ${Number(n)}`;') })],
  },
};
