/** Where the lines of a text begin, as ECMAScript divides it: `\n`, `\r\n`, `\r`, U+2028 and U+2029 end a line. */
export interface Lines {
  /** Lines from 1, columns from 0, both in UTF-16 units. */
  locate(start: number, end: number): { start: Position; end: Position };
}

interface Position {
  line: number;
  column: number;
}

export function createLines(text: string): Lines {
  const starts = [0];
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|[\r\n\u2028\u2029]/g)) starts.push(index + lineBreak.length);
  const positionOf = (offset: number): Position => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) };
  };
  return { locate: (start, end) => ({ start: positionOf(start), end: positionOf(end) }) };
}
