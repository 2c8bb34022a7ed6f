/** The generated regions of the page on settings. Pure. */
import type { Driver } from '../../src/facts/schema.js';
import { spellingOf } from '../../src/settings/handle-names.js';
import { codeBlock, codeSpan, table } from './markdown.js';
import { fillPage, readPage } from './regions.js';

/** The page with its regions filled: `configuration` and `cache` show these files, `handles` the names of every handle. */
export function renderSettingsPage(text: string, drivers: readonly Driver[], files: { readonly configuration: string; readonly cache: string }): string {
  return fillPage(readPage(text), new Map([['configuration', codeBlock('js', files.configuration)], ['handles', renderHandles(drivers)], ['cache', codeBlock('js', files.cache)]]));
}

function renderHandles(drivers: readonly Driver[]): string {
  return table(['Driver', 'Handles'], drivers.map((driver) => [driver.title, handlesOf(driver).join(', ')]));
}

/** `knex.Knex`, with the servers that may be told. */
function handlesOf(driver: Driver): string[] {
  const names = Object.keys(driver.handles).flatMap((key) => spellingOf(driver, key) ?? []);
  return names.flatMap((name) => {
    if (name.includes(' on ')) return [];
    const servers = names.flatMap((other) => (other.startsWith(`${name} on `) ? [codeSpan(other.slice(name.length + 1))] : []));
    return [`${codeSpan(name)}${servers.length === 0 ? '' : ` (${servers.join(', ')})`}`];
  });
}
