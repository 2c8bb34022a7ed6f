import { describe, expect, it } from 'vitest';
import { probe } from './probe.js';

const SQLITE = "import Database from 'better-sqlite3';\nconst db = new Database('a.db');\n";
const POSTGRES = "import postgres from 'postgres';\nconst sql = postgres();\n";
const MYSQL = "import mysql from 'mysql2/promise';\n";
const PG = "import { Pool } from 'pg';\nconst pool = new Pool();\n";

/** name, expected, code. */
const forms: readonly (readonly [name: string, expected: string, code: string])[] = [
  ['a row of better-sqlite3', 'better-sqlite3.row', `${SQLITE}probe(db.prepare('select 1').get());`],
  ['a value', 'unknown', `${SQLITE}probe(db.prepare('select 1').pluck().get());`],
  ['values', 'better-sqlite3.shapedRows', `${SQLITE}probe(db.prepare('select 1').pluck().all());`],
  ['a list of a bound statement', 'unknown', `${SQLITE}probe(db.prepare('select ?').bind(1).raw().get());`],
  ['a row of a bound statement', 'better-sqlite3.row', `${SQLITE}probe(db.prepare('select ?').bind(1).get());`],
  ['a statement that another line turns', 'unknown', `${SQLITE}const statement = db.prepare('select 1'); statement.raw(); probe(statement.get());`],
  ['a statement that another line only executes', 'better-sqlite3.row', `${SQLITE}const statement = db.prepare('select 1'); statement.run(); probe(statement.get());`],
  ['rows of postgres.js', 'postgres.rows', `${POSTGRES}probe(await sql\`select 1\`);`],
  ['lists', 'postgres.shapedRows', `${POSTGRES}probe(await sql\`select 1\`.values());`],
  ['lists that are sent at once', 'postgres.shapedRows', `${POSTGRES}probe(await sql.unsafe('select 1').raw().execute());`],
  ['a result of pg', 'pg.result', `${PG}probe(await pool.query({ text: 'select 1' }));`],
  ['rows as lists, by an option of the query', 'unknown', `${PG}probe(await pool.query({ text: 'select 1', rowMode: 'array' }));`],
  ['the same from a constant', 'unknown', `${PG}const query = { text: 'select 1', rowMode: 'array' }; probe(await pool.query(query));`],
  ['a result of mysql2', 'mysql2.result', `${MYSQL}probe(await mysql.createPool({ host: 'db' }).query('select 1'));`],
  ['rows as lists, by an option of the pool', 'unknown', `${MYSQL}probe(await mysql.createPool({ rowsAsArray: true }).query('select 1'));`],
];

describe.each(['js', 'ts'] as const)('rows of another shape, read through the %s parser', (parser) => {
  it.each(forms)('%s: %s', (_name, expected, code) => {
    expect(probe(code, parser)).toBe(expected);
  });
});
