/**
 * Can a module hold anything of a driver? It must name one, use what it may get of one, or import a module of the project that does.
 * Asked before a module is parsed: the text is enough, and most modules of a project lead nowhere near a database.
 */
import type { Settings } from '../../settings/read-settings.js';
import { currentGeneration, readText } from './files.js';
import { concernsDriver, mentionsDeclared } from './gates.js';
import { specifiersIn } from './mentions.js';
import { resolveSpecifier } from './specifiers.js';

/** Ways through more modules than this are not followed. */
const MAX_MODULES = 2000;

interface Answers {
  generation: number;
  readonly known: Map<string, boolean>;
}

/** What the settings declare is a way to a driver, too. */
const answersBySettings = new WeakMap<Settings, Answers>();

/** Throws only where oxc-resolver has no binary for the machine. */
export function reachesDriver(path: string, settings: Settings): boolean {
  const answers = answersBySettings.get(settings) ?? { generation: -1, known: new Map<string, boolean>() };
  answersBySettings.set(settings, answers);
  if (answers.generation !== currentGeneration()) {
    answers.known.clear();
    answers.generation = currentGeneration();
  }
  const known = answers.known.get(path);
  if (known !== undefined) return known;
  const visited = new Set([path]);
  for (const file of visited) {
    const text = readText(file) ?? '';
    if (answers.known.get(file) === true || concernsDriver(text) || mentionsDeclared(text, settings)) {
      answers.known.set(path, true);
      return true;
    }
    if (answers.known.get(file) === false || visited.size > MAX_MODULES) continue;
    for (const specifier of specifiersIn(file, text)) {
      const next = resolveSpecifier(file, specifier);
      if (next !== null) visited.add(next);
    }
  }
  // Whatever can be reached from here leads to no driver either.
  for (const file of visited) answers.known.set(file, false);
  return false;
}
