import { describe, expect, it } from 'vitest';
import { readModel } from '../../../src/javascript/reader/reader.js';
import type { Creation } from '../../../src/model/words.js';
import { parseFile } from '../parse-file.js';

function creationsIn(code: string, path?: string): readonly Creation[] {
  return readModel({ ...parseFile(`import { Pool, Client } from 'pg';\n${code}`), ...(path !== undefined && { path }) })?.creations ?? [];
}

const handler = (body: string): string => `export const list = async (req, res) => { ${body} res.json([]); };`;

describe('a creation', () => {
  it('is found by class, factory, namespace and subclass, and nothing else is', () => {
    const code = "import pg from 'pg'; import sql from 'postgres'; class Own extends Pool {} new pg.Client(); sql(); new Own(); new Pool; pool.connect(); new Map(); own();";
    expect(creationsIn(code).map(({ facts }) => facts.title)).toEqual(['pg Client', 'postgres.js sql', 'pg Pool', 'pg Pool']);
  });

  it('is the same thing for the handle that it gives', () => {
    const model = readModel(parseFile("import { Pool } from 'pg'; const pool = new Pool({ max: 3 }); pool.query('select 1');"));
    expect(model?.queries[0]?.handle.creation).toBe(model?.creations[0]);
    expect(model?.creations[0]?.options.get('max')).toBe(3);
  });

  it.each([
    ['new Pool();', 'top'],
    ['if (ready) { new Pool(); }', 'top'],
    ['(async () => { new Pool(); })();', 'top'],
    ['connect.then(() => { new Pool(); });', 'top'],
    ['function open() { new Pool(); }', 'function'],
    ['const later = () => { new Pool(); };', 'function'],
    ['for (const id of ids) { new Pool(); }', 'loop'],
    ['for (const pool of [new Pool()]) {}', 'top'],
    ['while (more()) new Pool();', 'loop'],
    ['while (true) { new Pool(); }', 'top'],
    ['for (;;) { new Pool(); break; }', 'top'],
    ['for (const id of ids) { each(function () { return 1; }); new Pool(); }', 'loop'],
    ['ids.forEach(() => { new Pool(); });', 'loop'],
    ['ids.sort(() => { new Pool(); });', 'function'],
    [handler('new Pool();'), 'handler'],
    [handler('for (const id of ids) { new Pool(); }'), 'handler'],
  ])('stands where it runs: %s', (code, kind) => {
    expect(creationsIn(code).map(({ place }) => place.kind)).toEqual([kind]);
  });

  it.each(['tests/a.js', 'db/seed.js'])('in %s is exempt', (path) => {
    expect(creationsIn(handler('new Pool();'), path).map(({ place }) => place.kind)).toEqual(['exempt']);
  });

  it.each([
    ['const client = new Client(); await client.end();', 'closed'],
    ['const client = new Client(); try { use(client); } finally { await client.end(); }', 'closed'],
    ['const client = new Client(); client.connect((error) => { client.end(); });', 'closed'],
    ['let client; try { client = new Client(); } finally { await client?.end(); }', 'closed'],
    ['const client = new Client(); after(client.end);', 'closed'],
    ['const client = new Client(); client.on("error", log);', 'left'],
    ['const client = new Client().on("error", log); await client.end();', 'closed'],
    ['const client = new Client(); try { await client.connect(); } catch { await client.end(); }', 'left'],
    ['await new Pool().query("select 1");', 'left'],
    ['const client = new Client(); use(client);', 'kept'],
    ['const client = new Client(); clients.push(client); await client.end();', 'kept'],
    ['const client = new Client(); this.client = client; await client.end();', 'kept'],
    ['const client = new Client(); const all = { client }; await client.end();', 'kept'],
    ['const client = new Client(); later(() => client.query("select 1")); await client.end();', 'kept'],
    ['const pool = shared ?? new Pool(); await pool.end();', 'kept'],
    ['const pool = shared ? shared : new Pool(); await pool.end();', 'kept'],
    ['let pool = shared; if (!pool) pool = new Pool(); await pool.end();', 'kept'],
    ['return new Pool();', 'kept'],
    ['module.exports.pool = new Pool();', 'kept'],
  ])('has a fate: %s', (body, fate) => {
    expect(creationsIn(`async function run() { ${body} }`).map((creation) => creation.fate)).toEqual([fate]);
  });

  it.each([
    ['new Pool({ host: process.env.PGHOST });', 'nothing'],
    ['const max = 5; new Pool({ max });', 'nothing'],
    ['const { host } = config; new Pool({ host });', 'nothing'],
    ['new Pool(req.body);', 'one run'],
    ['const { host } = req.body; new Pool({ host });', 'one run'],
    ['const options = { host: await find(req) }; new Pool(options);', 'one run'],
    ['let max = 5; max = 6; new Pool({ max });', 'one run'],
    ['new Pool(arguments[0]);', 'one run'],
    ['new Pool(req.env.DATABASE_URL);', 'platform'],
    ['const { connectionString } = req.env.HYPERDRIVE; new Pool({ connectionString });', 'platform'],
  ])('depends on what its arguments are made of: %s', (body, dependence) => {
    expect(creationsIn(handler(body)).map((creation) => creation.dependence)).toEqual([dependence]);
  });

  it('in a function knows the calls of it in handlers, through other functions, and ends where they go round', () => {
    const [creation] = creationsIn(`const open = () => new Pool();\nconst ask = async () => open().query('select 1');\nfunction again() { again(); return ask(); }\n${handler('await again(); await ask();')}`);
    expect(creation?.place).toMatchObject({ kind: 'function', calls: [{ fate: 'left' }, { fate: 'left' }] });
  });
});
