/**
 * Most files have no database. These gates say so from the text alone, and from the package.json files around it, so that nothing is
 * walked and nothing else is read. They must never change a report: the suite also runs with them open.
 */
import { isAbsolute } from 'node:path';
import { NO_SETTINGS, type Settings } from '../../settings/read-settings.js';
import type { Step } from '../../settings/written-paths.js';
import { acquireMembers, driverGlobals, driverSpecifiers, queryMembers, tellingMembers } from './drivers.js';
import { packagesNameDriver } from './packages.js';

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A quoted driver specifier: an import, a require, a JSDoc or TypeScript import type; or a global of a driver. */
const SPECIFIER = new RegExp(`['"\`](?:npm:/?)?(?:${driverSpecifiers.map(escape).join('|')})(?:@[^'"\`/]*)?['"\`]${driverGlobals.map((name) => `|\\b${name}\\s*[.?;=]`).join('')}`, 'g');
/** A call of a member that sends SQL, or a template tag. */
const CALL = new RegExp(`(?:\\.\\s*|\\[\\s*['"\`])(?:${[...queryMembers].map(escape).join('|')})\\b|[\\w$)\\]>]\\s*\``);
/** The same, without names that objects of every kind have: files that get their pool from another one have no other mark. */
const TELLING = new RegExp(`\\.\\s*(?:${[...tellingMembers].map(escape).join('|')})\\s*[(<\`]`);
/** A call that uses a handle which somebody passes: it is asked for a query, a client, a transaction. */
const USING = new RegExp(`\\.\\s*(?:${[...tellingMembers, ...acquireMembers].map(escape).join('|')})\\s*[(<\`]`);
/** A string or template that begins as a statement does. */
const STATEMENT = /['"`]\s*(?:--[^\n]*\n\s*|\/\*[^*]*\*\/\s*|\(\s*)*(?:select|insert|update|delete|with|values|merge|replace|create|alter|drop|truncate|begin|commit|rollback|start|savepoint|set|show|call|explain|analyze|vacuum|listen|notify|lock|grant|copy|refresh|pragma)\b/i;

/** Whether the source of a string or template begins as a statement does. */
export function beginsAsStatement(source: string): boolean {
  return STATEMENT.exec(source)?.index === 0;
}

/**
 * Whether a file can hold database code: it names a driver or something that the settings declare, or it could get one from elsewhere
 * and its packages or the settings name one.
 */
export function canHoldDatabaseCode(text: string, file: string, hasTypes: boolean, settings: Settings = NO_SETTINGS): boolean {
  if (namesDriver(text) || mentionsModule(text, settings) || (mentionsReceiver(text, settings) && CALL.test(text))) return true;
  // Text that is no file has no project around it. A package answers for all of its files, so it is asked first.
  return isAbsolute(file) && (declaresSomething(settings) || packagesNameDriver(file)) && (TELLING.test(text) || STATEMENT.test(text) || (hasTypes && CALL.test(text)));
}

/** Whether a module names a driver, or does something with a handle that it may get. */
export function concernsDriver(text: string): boolean {
  return USING.test(text) || namesDriver(text);
}

/** In comments only JSDoc's imports count: an example in a comment imports nothing. */
function namesDriver(text: string): boolean {
  for (const { index } of text.matchAll(SPECIFIER)) {
    const line = text.slice(text.lastIndexOf('\n', index) + 1, text.indexOf('\n', index) >>> 0);
    if (!/^\s*(?:\*|\/\/)/.test(line) || /import\s*\(|@import/.test(line)) return true;
  }
  return false;
}

/** Whether a text names a module of the settings, or has all words of a receiver; rightly declared or not. */
export function mentionsDeclared(text: string, settings: Settings): boolean {
  return mentionsModule(text, settings) || mentionsReceiver(text, settings);
}

function declaresSomething({ meant }: Settings): boolean {
  return meant.modules.size > 0 || meant.receivers.length > 0;
}

function mentionsModule(text: string, { meant }: Settings): boolean {
  return [...meant.modules].some((module) => text.includes(module));
}

function mentionsReceiver(text: string, { meant }: Settings): boolean {
  return meant.receivers.some((path) => path.every((step) => wordsOf(step).every((word) => hasWord(text, word))));
}

function wordsOf(step: Step): readonly string[] {
  return 'name' in step ? [step.name.replace('#', '')] : (step.arguments ?? []);
}

function hasWord(text: string, word: string): boolean {
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
    if (!isLetter(text[start - 1]) && !isLetter(text[start + word.length])) return true;
  }
  return false;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\w$]/.test(character);
}
