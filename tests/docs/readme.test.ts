import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { drivers } from '../../src/facts/drivers/index.js';
import { definitions } from '../../src/rules/index.js';
import { examplesFolder, readExamples, type ExampleOutcome } from './read-examples.js';
import { readPage } from './regions.js';
import { renderReadme } from './render-readme.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readme = `${root}README.md`;

/** What happened when the example ran that stands first on the page of a rule. */
function firstSeen(id: string): [string, ExampleOutcome][] {
  const { names } = readPage(readFileSync(`${root}docs/rules/${id}.md`, 'utf8'));
  const first = names.find((name) => name.startsWith('example '))?.slice('example '.length);
  const outcome = readExamples(`${examplesFolder}${id}`).find(({ name }) => name === first)?.outcome;
  return outcome === undefined || outcome === null ? [] : [[id, outcome]];
}

const seen = new Map(Object.keys(definitions).flatMap(firstSeen));
const render = (text: string): string => renderReadme(text, definitions, drivers, seen);

it('the tables of the README are up to date: `npm run update` writes them', async () => {
  await expect(render(readFileSync(readme, 'utf8'))).toMatchFileSnapshot(readme);
});

it('the tables hold every rule and every driver', () => {
  // Not the file: `npm run update` writes it only after the last test.
  const text = render(readFileSync(readme, 'utf8'));
  for (const id of Object.keys(definitions)) expect(text).toContain(`| [db/${id}](docs/rules/${id}.md) |`);
  for (const { title, fromDocumentation } of drivers) expect(text).toContain(`| ${title}${fromDocumentation === undefined ? '' : ' *'} |`);
});

it('every footgun comes with what was seen', () => {
  const watching = Object.entries(definitions).filter(([, { meta }]) => meta.docs.footgun !== undefined);
  expect([...seen.keys()]).toEqual(watching.map(([id]) => id));
});

it('a README without one of the tables is reported', () => {
  const rules = '<!-- begin generated: rules -->\n<!-- end generated: rules -->';
  expect(() => render('# Title')).toThrow('The page lacks the region "footguns", "oxlint", "rules", "drivers".');
  expect(() => render(rules)).toThrow('The page lacks the region "footguns", "oxlint", "drivers".');
});
