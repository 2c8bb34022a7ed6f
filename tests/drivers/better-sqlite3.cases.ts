import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const db = (call: string): string => `const Database = require('better-sqlite3');\nconst db = new Database(':memory:');\n${call}`;

export const cases: DriverCases = {
  'no-foreign-placeholder': {
    valid: [
      quiet('question marks', db("db.prepare('select * from t where id = ?').get(1);")),
      quiet('names of every kind', db("db.prepare('select :a, @b, $c').get({ a: 1, b: 2, c: 3 });")),
      quiet('modulo', db("db.prepare('select 7 %  ?').get(2);")),
    ],
    invalid: [hit('a number with a positional value', db("db.prepare('select * from t where id = ⟦$1⟧').all(1);"), { messageId: 'foreign', output: db("db.prepare('select * from t where id = ?').all(1);") })],
  },
  'no-placeholder-mismatch': {
    valid: [
      quiet('a list', db("db.prepare('insert into t values (?, ?)').run(['a', 'b']);")),
      quiet('a spread', db("db.prepare('insert into t values (?, ?)').run(...values);")),
      quiet('values bound before', db("db.prepare('select ?').bind(1).pluck().get();")),
    ],
    invalid: [hit('a value too few', db("db.prepare('insert into t values (?, ⟦?⟧)').run('a');"), { messageId: 'tooFew' })],
  },
  'no-quoted-placeholder': {
    valid: [
      quiet('a string with a question mark', db("db.prepare(\"select 'why?'\").get();")),
      quiet('a quoted one beside enough others', db("db.prepare(\"select '?', ?\").get(1);")),
      quiet('values that are not known', db("db.prepare(\"select '?'\").get(value);")),
    ],
    invalid: [hit('a placeholder in quotes', db("db.prepare(\"select * from t where n = ⟦'?'⟧\").get('a');"), { messageId: 'quoted', output: db('db.prepare("select * from t where n = ?").get(\'a\');') })],
  },
  'no-cached-statement': 'a statement lives as long as its connection, which is taken from no pool: to keep it is right',
};
