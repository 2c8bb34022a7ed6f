/** The names of properties in which drivers keep what their errors tell: an author brings the habits of one to another. */
import { drivers } from './drivers/index.js';
import type { ErrorFacts } from './error-schema.js';

const all: readonly ErrorFacts[] = drivers.flatMap(({ errors, handles }) => [
  ...Object.values(errors ?? {}),
  ...Object.values(handles).flatMap((handle) => handle.errors ?? []),
]);
const lastSteps = (paths: readonly (readonly string[])[]): ReadonlySet<string> => new Set(paths.flatMap((path) => path.at(-1) ?? []));

/** Where the code stands, and where the name of a constraint does. */
export const codeProperties = lastSteps(all.flatMap(({ codes }) => codes.map(({ path }) => path)));
export const constraintProperties = lastSteps(all.flatMap(({ constraint = [] }) => constraint.slice(0, 1)));
/** Every step on the way to something. */
export const errorProperties: ReadonlySet<string> = new Set(all.flatMap(({ codes, constraint = [], texts }) => [...[...codes, ...texts].flatMap(({ path }) => path), ...constraint.flat()]));
