/**
 * Generated regions of a page that is otherwise written by hand:
 *
 *     <!-- begin generated: header -->
 *     …
 *     <!-- end generated: header -->
 */
const marker = /^<!-- (begin|end) generated: (.+?) -->$/;

/** A page: its lines written by hand, and between them the names of its regions in their order. */
export interface Page {
  readonly parts: readonly ({ readonly kind: 'text'; readonly text: string } | { readonly kind: 'region'; readonly name: string })[];
  readonly names: readonly string[];
}

/** Reads a page. Throws with the line where a region is not closed, not opened or named twice. */
export function readPage(text: string): Page {
  const parts: Page['parts'][number][] = [];
  const names: string[] = [];
  let hand: string[] = [];
  let open: { readonly name: string; readonly line: number } | null = null;
  const closeText = (): void => {
    if (hand.length > 0) parts.push({ kind: 'text', text: hand.join('\n') });
    hand = [];
  };
  for (const [index, line] of text.replace(/\n$/, '').split('\n').entries()) {
    const [, side, name] = marker.exec(line) ?? [];
    if (name === undefined) {
      if (open === null) hand.push(line);
    } else if (side === 'begin') {
      if (open !== null) throw new Error(`Line ${String(index + 1)}: region "${open.name}" is not closed before "${name}" begins.`);
      if (names.includes(name)) throw new Error(`Line ${String(index + 1)}: region "${name}" stands twice.`);
      closeText();
      open = { name, line: index + 1 };
      names.push(name);
      parts.push({ kind: 'region', name });
    } else {
      if (open?.name !== name) throw new Error(`Line ${String(index + 1)}: region "${name}" ends but did not begin.`);
      open = null;
    }
  }
  if (open !== null) throw new Error(`Line ${String(open.line)}: region "${open.name}" is not closed.`);
  closeText();
  return { parts, names };
}

/** The page with its regions filled; `contents` must hold exactly the regions of the page. */
export function fillPage(page: Page, contents: ReadonlyMap<string, string>): string {
  const missing = [...contents.keys()].filter((name) => !page.names.includes(name));
  if (missing.length > 0) throw new Error(`The page lacks the region "${missing.join('", "')}".`);
  const filled = page.parts.map((part) => {
    if (part.kind === 'text') return part.text;
    const content = contents.get(part.name);
    if (content === undefined) throw new Error(`The page has a region that nothing fills: "${part.name}".`);
    return `<!-- begin generated: ${part.name} -->\n${content}\n<!-- end generated: ${part.name} -->`;
  });
  return `${filled.join('\n')}\n`;
}
