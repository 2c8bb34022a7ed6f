/**
 * The examples of a rule in `tests/examples/<rule>/`: complete programs with what happened when they ran, or, with a file
 * `<name>.code.js`, configurations of ESLint that lint that code.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Linted } from './lint-example.js';

/** An error as it was seen, with the one inside of it: the server's own inside of an ORM's. */
export interface SeenError {
  readonly name: string;
  readonly code: string | null;
  readonly message: string;
  readonly cause?: SeenError;
}

/** How a program ended; `error` is null when nothing was thrown. */
export interface Ending {
  readonly stdout: string;
  readonly error: SeenError | null;
}

/** Recorded by running the example: `<name>.outcome.json`. */
export interface ExampleOutcome {
  readonly incorrect: Ending;
  readonly correct: Ending;
  /** Product and version of the server and of the driver's package. */
  readonly server: string;
  readonly driver: string;
}

export interface ExampleFiles {
  /** The file name before `.incorrect.js`. */
  readonly name: string;
  /** The first comment line. */
  readonly title: string;
  /** The programs, or the configurations, without that line. */
  readonly incorrect: string;
  readonly correct: string;
  /** Null when it has not been run yet, and for configurations: they are run whenever somebody asks what they report. */
  readonly outcome: ExampleOutcome | null;
  /** What configurations lint; null where the example is a program. */
  readonly code: string | null;
  /** What its user's configuration says: the `settings.json` of the folder. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** An example with what the plugin says about it: about the incorrect program, or by the incorrect configuration about the code. */
export interface Example extends ExampleFiles {
  readonly linted: readonly Linted[];
  /** By the correct configuration about the code; empty for programs. */
  readonly relinted: readonly Linted[];
}

export const examplesFolder = fileURLToPath(new URL('../examples/', import.meta.url));
const settingsFile = 'settings.json';
const fileName = /^(.+)\.(incorrect\.[jt]s|correct\.[jt]s|code\.js|outcome\.json)$/;

/** Folders of examples, by rule id. */
export function exampleFolders(): string[] {
  return readdirSync(examplesFolder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

/** The examples in a folder, by name. Throws on a file that belongs to no example and on an example that lacks a half. */
export function readExamples(folder: string): ExampleFiles[] {
  if (!existsSync(folder)) throw new Error(`${folder} is missing: a rule needs an example.`);
  const files = readdirSync(folder).filter((file) => file !== settingsFile);
  const strays = files.filter((file) => !fileName.test(file));
  if (strays.length > 0) throw new Error(`${folder}: ${strays.join(', ')} belongs to no example.`);
  const names = [...new Set(files.map((file) => file.replace(fileName, '$1')))].sort();
  return names.map((name) => readExample(folder, files, name));
}

function readExample(folder: string, files: readonly string[], name: string): ExampleFiles {
  const read = (side: 'incorrect' | 'correct'): { title: string; code: string } => {
    const file = files.find((candidate) => candidate.replace(/\.[jt]s$/, '') === `${name}.${side}`);
    if (file === undefined) throw new Error(`${folder}: ${name} has no .${side} program.`);
    const [, title, code] = /^\/\/ (.+)\n([^]+)$/.exec(readFileSync(`${folder}/${file}`, 'utf8')) ?? [];
    if (title === undefined || code === undefined) throw new Error(`${folder}/${file} does not begin with its title in a comment line.`);
    return { title, code };
  };
  const incorrect = read('incorrect');
  const correct = read('correct');
  if (incorrect.title !== correct.title) throw new Error(`${folder}: the programs of ${name} have different titles.`);
  const outcomeFile = `${name}.outcome.json`;
  // Written by the tests that run the examples, and by nobody else.
  const outcome = files.includes(outcomeFile) ? (JSON.parse(readFileSync(`${folder}/${outcomeFile}`, 'utf8')) as ExampleOutcome) : null;
  const settings = existsSync(`${folder}/${settingsFile}`) ? (JSON.parse(readFileSync(`${folder}/${settingsFile}`, 'utf8')) as ExampleFiles['settings']) : {};
  const code = files.includes(`${name}.code.js`) ? readFileSync(`${folder}/${name}.code.js`, 'utf8') : null;
  return { name, title: incorrect.title, incorrect: incorrect.code, correct: correct.code, outcome, code, settings };
}
