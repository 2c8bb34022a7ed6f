/**
 * Most files have no database. These gates say so from the text alone, so that nothing is walked and nothing is read.
 * They must never change a report: the suite also runs with them open.
 */
import { driverGlobals, driverSpecifiers, queryMembers } from './drivers.js';
import { packagesNameDriver } from './packages.js';

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A quoted driver specifier: an import, a require, a JSDoc or TypeScript import type; or a global of a driver. */
const SPECIFIER = new RegExp(`['"\`](?:npm:/?)?(?:${driverSpecifiers.map(escape).join('|')})(?:@[^'"\`/]*)?['"\`]${driverGlobals.map((name) => `|\\b${name}\\s*[.?;=]`).join('')}`, 'g');
/** A call of a member that sends SQL, or a template tag. */
const CALL = new RegExp(`(?:\\.\\s*|\\[\\s*['"\`])(?:${[...queryMembers].map(escape).join('|')})\\b|[\\w$)\\]>]\\s*\``);

/** Whether a file can hold database code: it names a driver, or types could tell and its package names one. */
export function canHoldDatabaseCode(text: string, file: string, hasTypes: boolean): boolean {
  if (namesDriver(text)) return true;
  return hasTypes && CALL.test(text) && packagesNameDriver(file);
}

/** In comments only JSDoc's imports count: an example in a comment imports nothing. */
function namesDriver(text: string): boolean {
  for (const { index } of text.matchAll(SPECIFIER)) {
    const line = text.slice(text.lastIndexOf('\n', index) + 1, text.indexOf('\n', index) >>> 0);
    if (!/^\s*(?:\*|\/\/)/.test(line) || /import\s*\(|@import/.test(line)) return true;
  }
  return false;
}
