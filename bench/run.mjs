/** `npm run bench -- [--rounds n] [--sample n] [--json]`: what the rules cost beside parsing. See README.md here. */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureRatio, measureShare } from './measure.mjs';
import { tableOf } from './table.mjs';
import { prepareTrees } from './trees.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '8' }, sample: { type: 'string', default: '100' }, json: { type: 'boolean', default: false } } });

const rows = [];
for (const tree of prepareTrees()) {
  process.stderr.write(`${tree.name}: ${tree.files.length} files\n`);
  const share = await measureShare(tree);
  const cpuRatio = measureRatio(tree, { rounds: Number(values.rounds), count: Number(values.sample) });
  rows.push({ tree: tree.name, ...share, goal: tree.goal, cpuRatio, load: loadavg()[0] });
}

if (values.json) console.log(JSON.stringify(rows, null, 2));
else print(rows);

function print(measured) {
  const columns = [
    ['tree', ({ tree }) => tree],
    ['files', ({ files }) => String(files)],
    ['unparsable', ({ unparsable }) => String(unparsable)],
    ['lines', ({ lines }) => String(lines)],
    ['walked', ({ filesWalked }) => String(filesWalked)],
    ['files read', ({ filesRead }) => String(filesRead)],
    ['reports', ({ reports }) => String(reports)],
    ['parse ms', ({ parse }) => parse.toFixed(0)],
    ['rules ms', ({ rules }) => rules.toFixed(1)],
    ['rules/parse', ({ share }) => share.toFixed(4)],
    ['goal', ({ goal, share }) => `<= ${goal} ${share <= goal ? 'met' : 'MISSED'}`],
    ['CPU with/without', ({ cpuRatio }) => cpuRatio.toFixed(3)],
    ['load', ({ load }) => load.toFixed(1)],
  ];
  for (const line of tableOf([columns.map(([title]) => title), ...measured.map((row) => columns.map(([, cell]) => cell(row)))])) console.log(line);
}
