import { describe, expect, it } from 'vitest';
import { probe } from './probe.js';

const POOL = "import { createPool, sql } from '@vercel/postgres';\nconst pool = createPool();\n";

/** name, expected, code. */
const forms: readonly (readonly [name: string, expected: string, code: string])[] = [
  ['the ready tag', 'vercel-postgres.sql', `${POOL}probe(sql);`],
  ['the ready tag, required', 'vercel-postgres.sql', "const { db } = require('@vercel/postgres'); probe(db);"],
  ['a result of the tag', 'promise vercel-postgres.result', `${POOL}probe(sql\`select 1\`);`],
  ['its rows', 'vercel-postgres.rows', `${POOL}const { rows } = await sql\`select 1\`; probe(rows);`],
  ['a pool', 'vercel-postgres.pool', `${POOL}probe(pool);`],
  ['the tag of a pool', 'vercel-postgres.sql', `${POOL}probe(pool.sql);`],
  ['a client', 'vercel-postgres.client', `${POOL}const client = await pool.connect(); probe(client);`],
  ['a client of the ready tag', 'promise vercel-postgres.client', `${POOL}probe(sql.connect());`],
  ['a result of a client’s tag', 'vercel-postgres.result', `${POOL}const client = await pool.connect(); probe(await client.sql\`select 1\`);`],
  ['a connection', 'vercel-postgres.connection', "import { createClient } from '@vercel/postgres'; probe(createClient());"],
];

describe.each(['js', 'ts'] as const)('Vercel Postgres, read through the %s parser', (parser) => {
  it.each(forms)('%s: %s', (_name, expected, code) => {
    expect(probe(code, parser)).toBe(expected);
  });
});
