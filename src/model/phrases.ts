/** Parts of messages that several rules say in the same way. */
import type { Outcome } from '../facts/schema.js';

/** Characters of SQL shown before a place. */
const BEFORE = 32;
const AFTER = 12;

/** A piece of SQL text around a place, on one line: `… where id = ?`. */
export function excerpt(text: string, start: number, end: number): string {
  const from = wordStart(text, Math.max(0, start - BEFORE));
  const to = wordEnd(text, Math.min(text.length, end + AFTER), end);
  const shown = text.slice(from, to).replaceAll('\uFFFC', '${…}').replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '… ' : ''}${shown}${to < text.length ? ' …' : ''}`;
}

/** The start of the next word, so that the excerpt does not begin in the middle of one. */
function wordStart(text: string, from: number): number {
  if (from === 0) return 0;
  const space = text.slice(from).search(/\s/);
  return space < 0 || space > BEFORE / 2 ? from : from + space + 1;
}

/** The end of the last whole word before `to`, but not before `end`. */
function wordEnd(text: string, to: number, end: number): number {
  if (to === text.length || /\s/.test(text[to] ?? '')) return to;
  const space = text.slice(end, to).search(/\s\S*$/);
  return space <= 0 ? to : end + space;
}

/** What was seen when such code ran, as a sentence. */
export function outcomeSentence({ code, message, silent, inWords, hangs }: Outcome): string {
  if (hangs === true) return `It never ends: ${message}.`;
  if (silent === true) return `Nothing fails: ${message}.`;
  if (inWords === true) return `It fails: ${message}.`;
  return `It fails with ${code === undefined ? '' : `${code} `}\`${message}\`.`;
}

/** "1 value", "2 values". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** An expression in a message: on one line, and not too long. */
export function shortened(source: string): string {
  const line = source.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** "a pg Pool", "an oracledb Pool", "an mssql ConnectionPool". */
export function withArticle(title: string): string {
  return `${/^(?:[aeio]|ms)/i.test(title) ? 'an' : 'a'} ${title}`;
}

/** Items that are listed before the rest is left out. */
const MAX_LISTED = 4;

/** "a", "a or b", "a, b or c", "a, b, c, d or others". */
export function listed(items: readonly string[]): string {
  const shown = items.length > MAX_LISTED ? [...items.slice(0, MAX_LISTED), 'others'] : items;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1) ?? ''}`;
}
