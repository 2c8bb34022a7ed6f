/** The generated regions of a rule's page. Pure: what is known of the rule in, Markdown out. */
import type { PresetEntry, RuleDefinition } from '../../src/create-rule.js';
import type { PoolerFacts } from '../../src/facts/pooler-schema.js';
import { poolers } from '../../src/facts/poolers.js';
import type { Driver } from '../../src/facts/schema.js';
import type { Linted } from './lint-example.js';
import { codeBlock, codeSpan, inlineHtml, table } from './markdown.js';
import type { Ending, Example, ExampleOutcome, SeenError } from './read-examples.js';
import { fillPage, readPage } from './regions.js';

export interface RulePage {
  readonly id: string;
  readonly definition: RuleDefinition;
  readonly examples: readonly Example[];
  /** The drivers it applies to. */
  readonly drivers: readonly Driver[];
  /** The page as it is: its text by hand is kept, its regions are filled anew. */
  readonly text: string;
}

/** Regions of every page. A region `example <name>` shows one example where the text speaks of it; `examples` holds the others; `poolers` is the table of the facts, where a page has it. */
const singleExample = /^example (.+)$/;

/** The whole page. Throws when a region is missing, not known, or shows an example that does not exist. */
export function renderRulePage({ id, definition, examples, drivers, text }: RulePage): string {
  const page = readPage(text);
  const shown = page.names.flatMap((name) => singleExample.exec(name)?.[1] ?? []);
  const contents = new Map([
    ['header', renderHeader(id, definition)],
    ['examples', renderOtherExamples(examples.filter(({ name }) => !shown.includes(name)))],
    ['options', renderOptions(definition)],
    ['drivers', renderDrivers(drivers)],
  ]);
  if (page.names.includes('poolers')) contents.set('poolers', renderPoolers(poolers));
  for (const name of shown) {
    const example = examples.find((candidate) => candidate.name === name);
    if (example === undefined) throw new Error(`There is no example "${name}" of ${id}.`);
    contents.set(`example ${name}`, renderExample(example));
  }
  return fillPage(page, contents);
}

function renderHeader(id: string, { meta }: RuleDefinition): string {
  const { description, presets } = meta.docs;
  const inPresets = Object.entries(presets).map(([preset, entry]) => `${codeSpan(`db/${preset}`)} (${severityOf(entry)})`);
  const lines = [
    `${description.charAt(0).toUpperCase()}${description.slice(1)}.`,
    `✅ In ${[...inPresets, '`db/all`'].join(', ')}.`,
    ...(meta.fixable ? ['🔧 `--fix` mends what is certain.'] : []),
    ...(meta.hasSuggestions ? ['💡 Editors offer a suggestion where the author must decide.'] : []),
  ];
  return `# db/${id}\n\n${lines.join('\\\n')}`;
}

/** `error`, or `warn with { kinds: ["never-sent"] }`. */
export function severityOf(entry: PresetEntry): string {
  return typeof entry === 'string' ? entry : `${entry[0]} with ${codeSpan(JSON.stringify(entry[1]))}`;
}

function renderOtherExamples(examples: readonly Example[]): string {
  if (examples.length === 0) return 'There are no others.';
  const byDriver = [...examples].sort((a, b) => (driverName(a) < driverName(b) ? -1 : driverName(a) > driverName(b) ? 1 : 0));
  return byDriver
    .map((example) => `<details>\n<summary>${example.code === null ? `${driverName(example)}: ` : ''}${inlineHtml(example.title)}</summary>\n\n${renderExample(example)}\n\n</details>`)
    .join('\n\n');
}

/** `pg`, of "pg 8.23.1". */
function driverName({ outcome }: Example): string {
  return outcome?.driver.replace(/ .*/, '') ?? 'not run';
}

function renderExample({ incorrect, correct, outcome, linted, code, relinted, settings }: Example): string {
  if (code !== null) return renderConfiguration({ incorrect, correct, linted, code, relinted });
  return [
    `❌ Incorrect${Object.keys(settings).length === 0 ? '' : `, with \`settings: ${JSON.stringify(settings)}\``}:`,
    codeBlock('js', incorrect),
    linted.map(renderLinted).join('\n'),
    `**What happens:** ${outcome === null ? 'not run yet.' : renderOutcome(outcome)}`,
    '✅ Correct:',
    codeBlock('js', correct),
  ].join('\n\n');
}

/** Two configurations and the code that both lint. What happens is what ESLint reports. */
function renderConfiguration({ incorrect, correct, linted, code, relinted }: Pick<Example, 'incorrect' | 'correct' | 'linted' | 'relinted'> & { readonly code: string }): string {
  return [
    '❌ Incorrect:',
    codeBlock('js', incorrect),
    linted.map(renderLinted).join('\n'),
    '**What happens:** that is all that is reported of this code.',
    codeBlock('js', code),
    '✅ Correct:',
    codeBlock('js', correct),
    'It reports of the same code:',
    relinted.map(renderLinted).join('\n'),
  ].join('\n\n');
}

function renderLinted({ message, line, column, endLine, endColumn, repair }: Linted): string {
  const end = endLine === line ? (endColumn - 1 <= column ? '' : `–${String(endColumn - 1)}`) : ` to line ${String(endLine)}, column ${String(endColumn - 1)}`;
  return `- Line ${String(line)}, column ${String(column)}${end}: ${message}\\\n  ${renderRepair(repair)}`;
}

function renderRepair(repair: Linted['repair']): string {
  switch (repair.kind) {
    case 'fix':
      return '🔧 `--fix` mends it.';
    case 'suggestion':
      return `💡 Suggestion: ${repair.titles.join(' ')}`;
    case 'none':
      return 'It is left to the author.';
  }
}

function renderOutcome({ incorrect, correct, server, driver }: ExampleOutcome): string {
  return `${renderEnding(incorrect)} The correct program prints ${printed(correct.stdout)}. Seen with ${driver} on ${server}.`;
}

/** How a program ended, as a sentence that goes on from "What happens:". */
export function renderEnding({ stdout, error }: Ending): string {
  if (error === null) return `nothing fails; it prints ${printed(stdout)}.`;
  if (error.name === 'NeverEnds') return 'it never ends.';
  return `it fails with ${errorText(error)}${error.cause === undefined ? '' : `, whose cause is ${errorText(error.cause)}`}.`;
}

/** Its code and its message, on one line. */
function errorText({ code, message }: SeenError): string {
  return codeSpan(`${code === null ? '' : `${code} `}${message.trim().replace(/\s*\n\s*/g, ' ')}`);
}

function printed(stdout: string): string {
  const text = stdout.trim().replace(/\s*\n\s*/g, ' ');
  return text === '' ? 'nothing' : codeSpan(text);
}

function renderOptions({ meta }: RuleDefinition): string {
  const rows = optionsOf(meta.schema).map(([name, option]) => [
    codeSpan(name),
    codeSpan(typeText(option)),
    codeSpan(JSON.stringify(meta.defaultOptions?.[0]?.[name] ?? null)),
    textOf(option, 'description'),
  ]);
  return rows.length === 0 ? 'This rule has no options.' : table(['Option', 'Type', 'Default', 'Meaning'], rows);
}

/** The properties of the options object in a rule's schema. */
function optionsOf(schema: unknown): [name: string, option: object][] {
  const first: unknown = Array.isArray(schema) ? schema[0] : null;
  const properties: unknown = isObject(first) && 'properties' in first ? first.properties : null;
  return isObject(properties) ? Object.entries(properties).flatMap(([name, option]: [string, unknown]) => (isObject(option) ? [[name, option] as [string, object]] : [])) : [];
}

function typeText(option: object): string {
  if ('enum' in option && Array.isArray(option.enum)) return option.enum.map((value) => JSON.stringify(value)).join(' | ');
  const items = 'items' in option && isObject(option.items) ? typeText(option.items) : null;
  return items === null ? textOf(option, 'type') : `(${items})[]`;
}

function textOf(option: object, key: string): string {
  const value = Object.entries(option).find(([name]) => name === key)?.[1] as unknown;
  return typeof value === 'string' ? value : '';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Poolers by their addresses. */
function renderPoolers(facts: readonly PoolerFacts[]): string {
  const inWords = { yes: 'supported', no: 'not supported', refused: 'refused', unknown: 'nothing is known' } as const;
  return table(
    ['Address', 'What it is', 'Mode', 'Prepared statements', 'Other startup parameters', 'Source'],
    facts.map(({ title, example, mode, prepared, startup, source, read }) => [codeSpan(example ?? ''), title, mode, inWords[prepared], inWords[startup], `[${read}](${source})`]),
  );
}

function renderDrivers(drivers: readonly Driver[]): string {
  if (drivers.length === 0) return 'It applies to no driver yet.';
  return drivers
    .map(({ title, packages, fromDocumentation }) => {
      const names = packages.length === 0 ? 'built into Node' : packages.map(codeSpan).join(', ');
      return `- ${title}: ${names}${fromDocumentation === undefined ? '' : `. ${fromDocumentation}`}`;
    })
    .join('\n');
}
