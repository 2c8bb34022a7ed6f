/**
 * Drivers behind a transaction pooler, under load: which texts are prepared under names, and which are not though that is often said.
 * Each asks two questions in turn, many times at once, and compares each answer with its question.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createDatabase, dropDatabase } from './databases.js';
import { noPooler } from './example-drivers.js';
import { realFolder } from './install.js';

type Row = Readonly<Record<string, unknown>>;
/** Asks one of the two questions: the answer is `{ v: number, k: 'A' }` or `{ k: 'B', v: number }`. */
type Ask = (number: number, letter: 'A' | 'B') => Promise<Row | undefined>;

interface Client {
  ask: Ask;
  end(): Promise<unknown>;
}

const count = 300;
/** An answer that has not come by then never comes. */
const patience = 5_000;
const load = createRequire(join(realFolder, 'package.json'));
const pooler = inject('pooler');
const name = `${pooler?.databasePrefix ?? ''}load`;

beforeAll(async () => {
  if (pooler !== null) await createDatabase(pooler.address, name);
});
afterAll(async () => {
  if (pooler !== null) await dropDatabase(pooler.address, name);
});

/** How many answers fit their questions, and what happened to the others. */
async function answers({ ask, end }: Client): Promise<{ readonly right: number; readonly wrong: number; readonly failed: number; readonly never: number }> {
  let [right, wrong, failed] = [0, 0, 0];
  const asked = Array.from({ length: count }, async (_, number) => {
    const letter = number % 2 === 0 ? 'A' : 'B';
    try {
      const row = await ask(number, letter);
      if (row?.['v'] === number && row['k'] === letter) right++;
      else wrong++;
    } catch {
      failed++;
    }
  });
  await Promise.race([Promise.all(asked), new Promise((resolve) => setTimeout(resolve, patience))]);
  await end();
  return { right, wrong, failed, never: count - right - wrong - failed };
}

const allRight = { right: count, wrong: 0, failed: 0, never: 0 };
const url = pooler === null ? '' : `postgres://${pooler.address.user}:${encodeURIComponent(pooler.address.password)}@${pooler.address.host}:${pooler.address.port}/${name}`;
const text = (letter: 'A' | 'B'): string => (letter === 'A' ? "select $1::int as v, 'A' as k" : "select 'B' as k, $1::int as v");

interface PostgresJs {
  (strings: TemplateStringsArray, ...values: readonly unknown[]): Promise<readonly Row[]>;
  unsafe(text: string, values: readonly unknown[]): Promise<readonly Row[]>;
  end(options: { timeout: number }): Promise<void>;
}

function postgresJs(options: object, address = url): PostgresJs {
  const postgres: (address: string, options: object) => PostgresJs = load('postgres');
  return postgres(address, { max: 10, onnotice: () => undefined, ...options });
}

function tagged(sql: PostgresJs): Client {
  return {
    ask: async (number, letter) => (letter === 'A' ? await sql`select ${number}::int as v, 'A' as k` : await sql`select 'B' as k, ${number}::int as v`)[0],
    end: () => sql.end({ timeout: 0 }),
  };
}

function ofDrizzle(): Client {
  const client = postgresJs({});
  const { drizzle }: { drizzle: (client: unknown) => { execute(query: unknown): Promise<readonly Row[]> } } = load('drizzle-orm/postgres-js');
  const { sql }: { sql: (strings: TemplateStringsArray, ...values: readonly unknown[]) => unknown } = load('drizzle-orm');
  const db = drizzle(client);
  return {
    ask: async (number, letter) => (await db.execute(letter === 'A' ? sql`select ${number}::int as v, 'A' as k` : sql`select 'B' as k, ${number}::int as v`))[0],
    end: () => client.end({ timeout: 0 }),
  };
}

function ofPg(nameOf: (letter: string) => object): Client {
  const pg: { Pool: new (options: object) => { query(config: object): Promise<{ rows: readonly Row[] }>; end(): Promise<void> } } = load('pg');
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  return { ask: async (number, letter) => (await pool.query({ ...nameOf(letter), text: text(letter), values: [number] })).rows[0], end: () => pool.end() };
}

function unsafe(): Client {
  const sql = postgresJs({});
  return { ask: async (number, letter) => (await sql.unsafe(text(letter), [number]))[0], end: () => sql.end({ timeout: 0 }) };
}

test.skipIf(pooler === null)(`what is prepared under a name goes wrong behind PgBouncer (skipped: ${noPooler})`, async () => {
  expect((await answers(tagged(postgresJs({})))).right).toBeLessThan(count);
  expect((await answers(ofPg((letter) => ({ name: `ask-${letter}` })))).failed).toBeGreaterThan(0);
});

test.skipIf(pooler === null)(`what is not is well behind PgBouncer (skipped: ${noPooler})`, async () => {
  expect(await answers(tagged(postgresJs({ prepare: false }))), 'prepare: false').toEqual(allRight);
  expect(await answers(tagged(postgresJs({ no_prepare: true }))), 'no_prepare: true').toEqual(allRight);
  expect(await answers(tagged(postgresJs({}, `${url}?prepare=false`))), 'the option in the address').toEqual(allRight);
  expect(await answers(unsafe()), 'unsafe').toEqual(allRight);
  expect(await answers(ofDrizzle()), 'Drizzle').toEqual(allRight);
  expect(await answers(ofPg(() => ({}))), 'pg').toEqual(allRight);
});
