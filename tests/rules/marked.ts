import type { InvalidCase, ValidCase } from './rule-cases.js';

/** What a hit must say beside its place. */
interface Expected {
  readonly messageId: string;
  readonly message?: string;
  /** The code after the fix; absent: there is no automatic fix. */
  readonly output?: string;
  /** The code after the one suggestion and the suggestion's messageId; absent: there is none. */
  readonly suggestion?: readonly [messageId: string, output: string];
  /** The same where there are several. */
  readonly suggestions?: readonly (readonly [messageId: string, output: string])[];
  readonly filename?: string;
}

/** A case with one report, whose exact range is marked in the code: `… id = ⟦?⟧`. */
export function hit(name: string, marked: string, { messageId, message, output, suggestion, suggestions = suggestion && [suggestion], filename }: Expected): InvalidCase {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧');
  if (start < 0 || end < start) throw new Error(`no ⟦…⟧ in the case "${name}"`);
  const before = marked.slice(0, start);
  const inside = marked.slice(start + 1, end);
  const code = before + inside + marked.slice(end + 1);
  const [from, to] = [placeOf(before), placeOf(before + inside)];
  return {
    name,
    code,
    ...(filename !== undefined && { filename }),
    errors: [
      {
        messageId,
        line: from.line,
        column: from.column,
        endLine: to.line,
        endColumn: to.column,
        ...(message !== undefined && { message }),
        ...(suggestions !== undefined && { suggestions: suggestions.map(([id, repaired]) => ({ messageId: id, output: repaired })) }),
      },
    ],
    output: output ?? null,
  };
}

/** A case without a report. */
export function quiet(name: string, code: string, filename?: string): ValidCase {
  return filename === undefined ? { name, code } : { name, code, filename };
}

function placeOf(text: string): { readonly line: number; readonly column: number } {
  const lines = text.split(/\r\n|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
