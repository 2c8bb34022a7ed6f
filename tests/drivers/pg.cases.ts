import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const pool = (call: string): string => `const { Pool } = require('pg');\nconst pool = new Pool();\n${call}`;
const client = (call: string): string => `import { Client } from 'pg';\nconst client = new Client();\nawait client.connect();\n${call}`;

export const cases: DriverCases = {
  'no-foreign-placeholder': {
    valid: [
      quiet('a numbered placeholder', pool("pool.query('select * from t where id = $1', [id]);")),
      quiet('a JSONB operator', pool("pool.query('select * from t where tags ? $1', [tag]);")),
      quiet('a query object of another class', pool('pool.query(new Statement("select ?"));')),
    ],
    invalid: [hit('a question mark on a client of its own', client("await client.query('select * from t where id = ⟦?⟧', [id]);"), { messageId: 'foreign', output: client("await client.query('select * from t where id = $1', [id]);") })],
  },
  'no-placeholder-mismatch': {
    valid: [
      quiet('as many values as placeholders', client("await client.query('select $1, $2', [a, b]);")),
      quiet('values and a callback', pool("pool.query('select $1', [a], done);")),
      quiet('values beside a config object', pool("pool.query({ text: 'select $1' }, [a]);")),
    ],
    invalid: [hit('a value too few on a client of its own', client("await client.query('select $1, ⟦$2⟧', [a]);"), { messageId: 'tooFew' })],
  },
  'no-quoted-placeholder': {
    valid: [
      quiet('a string that no value is meant for', client("await client.query(\"select '$1' where id = $1\", [id]);")),
      quiet('a JSON path', client("await client.query(\"select data #>> '{a,b}' from t where id = $1\", [id]);")),
      quiet('values that are not known', client("await client.query(\"select '$1'\", values);")),
    ],
    invalid: [hit('a placeholder in quotes', client("await client.query(\"select * from t where n = ⟦'$1'⟧\", [n]);"), { messageId: 'quoted', output: client('await client.query("select * from t where n = $1", [n]);') })],
  },
};
