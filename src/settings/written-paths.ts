/** Paths as code writes them: `pool`, `ctx.db`, `this.db`, `getPool()`, `c.get('db')`. */

/** One step of a path. A call with `arguments` null is any call; else it is the call with exactly these texts. */
export type Step = { readonly name: string } | { readonly arguments: readonly string[] | null };

const NAME = '[\\p{ID_Start}$_][\\p{ID_Continue}$]*';
const TEXT = `'[^'"\`\\\\]*'|"[^'"\`\\\\]*"`;
const ROOT = new RegExp(`^${NAME}`, 'u');
const STEP = new RegExp(`(?:\\??\\.(#?${NAME})|\\[(${TEXT})\\]|\\(\\s*((?:${TEXT})(?:\\s*,\\s*(?:${TEXT}))*)?\\s*\\))`, 'uy');
const TEXTS = new RegExp(TEXT, 'g');

/** The steps of a path, its root first; null when no code could be written like that. */
export function readPath(text: string): readonly Step[] | null {
  const root = ROOT.exec(text)?.[0];
  if (root === undefined) return null;
  const steps: Step[] = [{ name: root }];
  for (STEP.lastIndex = root.length; STEP.lastIndex < text.length; ) {
    const match = STEP.exec(text);
    if (match === null) return null;
    const [, name, key, passed] = match;
    if (name !== undefined) steps.push({ name });
    else if (key !== undefined) steps.push({ name: unquote(key) });
    else steps.push({ arguments: passed === undefined ? null : [...passed.matchAll(TEXTS)].map(([literal]) => unquote(literal)) });
  }
  // `this` by itself is whatever object a method belongs to.
  return text === 'this' ? null : steps;
}

function unquote(literal: string): string {
  return literal.slice(1, -1);
}
