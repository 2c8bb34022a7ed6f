/** The generated tables of the README. Pure. */
import type { RuleDefinition } from '../../src/create-rule.js';
import type { Driver, HandleFacts, PlaceholderStyle } from '../../src/facts/schema.js';
import { STYLE_EXAMPLES } from '../../src/sql/placeholder-styles.js';
import { presetRules } from '../../src/presets.js';
import { codeBlock, codeSpan, table } from './markdown.js';
import { fillPage, readPage } from './regions.js';
import type { ExampleOutcome } from './read-examples.js';
import { renderEnding, severityOf } from './render-rule-page.js';

/** What happened when the first example of a rule's page ran, by rule id. */
export type Observations = ReadonlyMap<string, ExampleOutcome>;

/** The README with its regions `footguns`, `oxlint`, `rules` and `drivers` filled. Throws when one of them is missing. */
export function renderReadme(text: string, definitions: Readonly<Record<string, RuleDefinition>>, drivers: readonly Driver[], seen: Observations): string {
  return fillPage(readPage(text), new Map([['footguns', renderFootguns(definitions, seen)], ['oxlint', renderOxlint(definitions)], ['rules', renderRules(definitions)], ['drivers', renderDrivers(drivers)]]));
}

function renderFootguns(definitions: Readonly<Record<string, RuleDefinition>>, seen: Observations): string {
  const rows = Object.entries(definitions).flatMap(([id, { meta }]) => {
    const outcome = seen.get(id);
    const happened = outcome === undefined ? '' : `${renderEnding(outcome.incorrect)} (${outcome.driver})`;
    return meta.docs.footgun === undefined ? [] : [[meta.docs.footgun, happened, `[db/${id}](docs/rules/${id}.md)`]];
  });
  return table(['Documented footgun', 'What was seen when it ran', 'Rule'], rows);
}

/** oxlint reads no presets of plugins, so the rules of `db/recommended` are written out. */
function renderOxlint(definitions: Readonly<Record<string, RuleDefinition>>): string {
  return codeBlock('json', JSON.stringify({ jsPlugins: ['eslint-plugin-db'], rules: presetRules(definitions, 'recommended') }, null, 2));
}

function renderRules(definitions: Readonly<Record<string, RuleDefinition>>): string {
  const rows = Object.entries(definitions).map(([id, { meta }]) => {
    const { recommended, strict } = meta.docs.presets;
    return [
      `[db/${id}](docs/rules/${id}.md)`,
      meta.docs.description,
      recommended === undefined ? '' : severityOf(recommended),
      strict === undefined ? '' : severityOf(strict),
      [meta.fixable ? '🔧' : '', meta.hasSuggestions ? '💡' : ''].join(''),
    ];
  });
  return `${table(['Rule', 'What it does', '`db/recommended`', '`db/strict`', ''], rows)}\n\n🔧 mended by \`--fix\` where the meaning is certain; 💡 offered as a suggestion otherwise.`;
}

function renderDrivers(drivers: readonly Driver[]): string {
  const rows = drivers.map(({ title, packages, dialect, placeholders, handles, measured, fromDocumentation }) => [
    `${title}${fromDocumentation === undefined ? '' : ' *'}`,
    packages.length === 0 ? 'built into Node' : packages.map(codeSpan).join(', '),
    dialect ?? [...new Set(Object.values(handles).flatMap((handle) => handle.dialect ?? []))].join(', '),
    [...acceptedStyles(placeholders).map(codeSpan), ...(Object.values(handles).some(isTag) ? ['`${…}` in its template tag'] : [])].join(', '),
    Object.entries(measured).map(([name, version]) => `${name} ${version}`).join(', '),
  ]);
  const notes = drivers.flatMap(({ title, fromDocumentation }) => (fromDocumentation === undefined ? [] : [`- ${title}: ${fromDocumentation}`]));
  return `${table(['Driver', 'Packages', 'Dialect', 'Placeholders', 'Facts measured with'], rows)}\n\n\\* Not everything about these was seen in a run:\n\n${notes.join('\n')}`;
}

/** Whether a handle, or a method of it, is written before a template. */
function isTag({ tag, template, members }: HandleFacts): boolean {
  return tag !== undefined || template !== undefined || Object.values(members).some((member) => member.does === 'query' && (member.sql.at === 'template' || member.tag !== undefined));
}

function acceptedStyles(placeholders: Driver['placeholders']): string[] {
  const styles = Object.values(placeholders).flatMap(({ positional, named }): readonly PlaceholderStyle[] => [...positional, ...(named?.styles ?? [])]);
  return [...new Set(styles)].map((style) => STYLE_EXAMPLES[style]);
}
