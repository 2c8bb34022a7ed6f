/** Reads the text of an environment file as `dotenv` and its kin do: `export`, three kinds of quotes, values of several lines, `${…}`. */

/** Stands in a value where a variable is put in that the file does not set. */
const HOLE = '\uFFFC';

/** A value in quotes may go over several lines; one whose quotes do not end is taken as it stands. */
const ASSIGNMENT =
  /^[ \t]*(?:export[ \t]+)?([\w.-]+)(?:[ \t]*=|:[ \t]+)[ \t]*('(?:[^'\\]|\\[^]){0,4000}'|"(?:[^"\\]|\\[^]){0,4000}"|`(?:[^`\\]|\\[^]){0,4000}`|[^#\r\n]*)[ \t]*(?:#[^\r\n]*)?$/gm;
const REFERENCE = /\\\$|\$\{([A-Za-z_][\w.]*)(?::?-([^{}]*))?\}|\$([A-Za-z_]\w*)/g;

/** Values that refer to each other are followed to this depth. */
const MAX_DEPTH = 5;

/** The variables that an environment file sets; the last one of a name counts, as it does for those who load it. */
export function readEnvironmentText(text: string): ReadonlyMap<string, string> {
  const raw = new Map<string, { readonly value: string; readonly isLiteral: boolean }>();
  for (const [, name, written] of text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').matchAll(ASSIGNMENT)) {
    if (name !== undefined) raw.set(name, unquoted((written ?? '').trim()));
  }
  return new Map([...raw.keys()].map((name) => [name, valueOf(name, 0)]));

  function valueOf(name: string, depth: number): string {
    const found = raw.get(name);
    if (found === undefined || depth > MAX_DEPTH) return HOLE;
    if (found.isLiteral) return found.value;
    return found.value.replace(REFERENCE, (reference, braced: string | undefined, byDefault: string | undefined, bare: string | undefined) => {
      const other = braced ?? bare;
      if (other === undefined) return reference.slice(1);
      return raw.has(other) && other !== name ? valueOf(other, depth + 1) : (byDefault ?? HOLE);
    });
  }
}

/** Single quotes keep everything as it is. */
function unquoted(written: string): { readonly value: string; readonly isLiteral: boolean } {
  const [quote = ''] = written;
  const isQuoted = written.length > 1 && written.endsWith(quote) && ['"', "'", '`'].includes(quote);
  if (!isQuoted) return { value: written, isLiteral: false };
  const inner = written.slice(1, -1);
  return { value: quote === '"' ? inner.replaceAll('\\n', '\n').replaceAll('\\r', '\r') : inner, isLiteral: quote === "'" };
}
