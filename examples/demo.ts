/**
 * `npm run demo`: lints the shop, shows what `--fix` changes, and sends the same requests to the service before and after,
 * on a real PostgreSQL that is started for the purpose and removed at the end.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, styleText } from 'node:util';
import { createTwoFilesPatch } from 'diff';
import { ESLint } from 'eslint';
import plugin from 'eslint-plugin-db';
import { ask, createDatabase, dropDatabase, inDatabase, type ServerAddress } from '../tests/real/databases.js';
import { installDrivers } from '../tests/real/install.js';
import { startPostgres } from '../tests/real/server.js';

const shop = fileURLToPath(new URL('shop/', import.meta.url));
const database = `shop_${process.pid}`;

/** Each request touches one query of the shop. */
const requests: readonly { readonly path: string; readonly body?: unknown }[] = [
  { path: '/products/1' },
  { path: '/products?q=a&limit=2' },
  { path: '/tags/kitchen' },
  { path: '/customers/ada/orders' },
  { path: '/orders', body: { customer: 'linus', productId: 2, quantity: 1 } },
  { path: '/orders/by-note?note=call%20first' },
  { path: '/reports/expensive?above=30' },
  { path: '/reports/sold?product=Teapot' },
];

await main();

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  installDrivers();
  installShop();
  const server = await startPostgres();
  const fixed = mkdtempSync(join(tmpdir(), 'shop-fixed-'));
  try {
    await createDatabase(server.address, database);
    await ask(inDatabase(server.address, database), readFileSync(join(shop, 'schema.sql'), 'utf8'));
    cpSync(shop, fixed, { recursive: true, filter: (path) => !path.includes('node_modules') });
    symlinkSync(join(shop, 'node_modules'), join(fixed, 'node_modules'), 'junction');

    const results = await lint(false);
    const before = await answers(shop, server.address);
    const fixes = await lint(true);
    for (const { filePath, output } of fixes) if (output !== undefined) writeFileSync(join(fixed, relative(shop, filePath)), output);
    const after = await answers(fixed, server.address);

    if (values.json) console.log(JSON.stringify({ before, after, messages: results.flatMap((result) => result.messages) }, null, 1));
    else await print(results, fixes, before, after);
  } finally {
    rmSync(fixed, { recursive: true, force: true });
    await dropDatabase(server.address, database);
    await server.stop();
  }
}

/** Express and the driver of the shop, once. */
function installShop(): void {
  if (existsSync(join(shop, 'node_modules'))) return;
  console.log('examples/shop: installing its dependencies (npm ci)');
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: shop, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`examples/shop: npm ci failed\n${stderr}`);
}

async function lint(fix: boolean): Promise<ESLint.LintResult[]> {
  const eslint = new ESLint({ cwd: shop, overrideConfigFile: true, overrideConfig: [plugin.configs.recommended], fix });
  return eslint.lintFiles(['src/**/*.js']);
}

/** Starts the service of a folder, sends every request, and gives each answer as one line. */
async function answers(folder: string, { host, port, user, password }: ServerAddress): Promise<string[]> {
  const environment = { PGHOST: host, PGPORT: `${port}`, PGUSER: user, PGPASSWORD: password, PGDATABASE: database, PORT: '0' };
  const service = spawn(process.execPath, ['src/server.js'], { cwd: folder, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      service.stdout.setEncoding('utf8').once('data', (line: string) => resolve(/http:\S+/.exec(line)?.[0] ?? ''));
      service.once('exit', (code) => reject(new Error(`the shop ended with code ${code} before it listened`)));
    });
    const lines: string[] = [];
    for (const { path, body } of requests) {
      const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      const response = await fetch(`${address}${path}`, body === undefined ? {} : post);
      lines.push(`${response.status} ${await response.text()}`);
    }
    return lines;
  } finally {
    service.kill('SIGTERM');
  }
}

async function print(results: ESLint.LintResult[], fixes: ESLint.LintResult[], before: readonly string[], after: readonly string[]): Promise<void> {
  const eslint = new ESLint({ cwd: shop, overrideConfigFile: true });
  const formatter = await eslint.loadFormatter('stylish');
  heading('What eslint-plugin-db reports on examples/shop');
  console.log(await formatter.format(results));

  heading('What `eslint --fix` changes');
  for (const { filePath, output } of fixes) {
    if (output === undefined) continue;
    const name = relative(shop, filePath);
    const patch = createTwoFilesPatch(name, name, readFileSync(filePath, 'utf8'), output, 'before', 'after', { context: 2 });
    console.log(patch.split('\n').slice(1).map(coloured).join('\n'));
  }

  heading('What the service answers, before and after, on a real PostgreSQL');
  requests.forEach(({ path, body }, index) => {
    console.log(styleText('bold', `${body === undefined ? 'GET' : 'POST'} ${path}`));
    const [old, now] = [before[index] ?? '', after[index] ?? ''];
    console.log(`  before  ${judged(old)}`);
    console.log(`  after   ${old === now && isError(now) ? `${judged(now)}  ← reported, and yours to decide` : judged(now)}`);
  });
}

function heading(text: string): void {
  console.log(`\n${styleText(['bold', 'underline'], text)}\n`);
}

function coloured(line: string): string {
  if (line.startsWith('+')) return styleText('green', line);
  return line.startsWith('-') ? styleText('red', line) : line;
}

function isError(answer: string): boolean {
  return !answer.startsWith('2');
}

function judged(answer: string): string {
  return styleText(isError(answer) ? 'red' : 'green', answer);
}
