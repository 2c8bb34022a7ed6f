/** What a regular expression looks for, as far as that is plain text. */

/** More ways through one expression are not told apart. */
const MAX_ALTERNATIVES = 16;

/** A way through an expression: the runs of text that it wants, in this order. `open`: the last run may go on. */
interface Way {
  readonly pieces: readonly string[];
  readonly open: boolean;
}

/**
 * The alternatives of an expression, each as pieces of text with anything between them: `/duplicate key|unique.+constraint/` →
 * [['duplicate key'], ['unique', 'constraint']]. Null where it is more than that: lookarounds, back references, too many ways.
 */
export function patternPieces(source: string): readonly (readonly string[])[] | null {
  const reader = new Reader(source);
  const ways = reader.alternatives();
  return ways === null || !reader.isAtEnd ? null : ways.map(({ pieces }) => pieces.filter((piece) => piece !== ''));
}

class Reader {
  private at = 0;

  constructor(private readonly source: string) {}

  get isAtEnd(): boolean {
    return this.at >= this.source.length;
  }

  /** Up to a `)` or the end. */
  alternatives(): readonly Way[] | null {
    const all: Way[] = [];
    for (;;) {
      const ways = this.sequence();
      if (ways === null) return null;
      all.push(...ways);
      if (all.length > MAX_ALTERNATIVES) return null;
      if (this.source[this.at] !== '|') return all;
      this.at++;
    }
  }

  private sequence(): readonly Way[] | null {
    let ways: readonly Way[] = [{ pieces: [], open: false }];
    while (!this.isAtEnd && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const atom = this.atom();
      if (atom === null) return null;
      const next = this.quantified(atom);
      ways = ways.flatMap((way) => next.map((more) => joined(way, more)));
      if (ways.length > MAX_ALTERNATIVES) return null;
    }
    return ways;
  }

  /** One character, class, group or assertion. */
  private atom(): readonly Way[] | null {
    const character = this.source[this.at++] ?? '';
    switch (character) {
      case '^':
      case '$':
        return [{ pieces: [], open: true }];
      case '.':
        return GAP;
      case '[': {
        const end = /^(?:\\.|[^\]\\])*\]/.exec(this.source.slice(this.at));
        if (end === null) return null;
        this.at += end[0].length;
        return GAP;
      }
      case '(':
        return this.group();
      case '\\':
        return this.escape();
      default:
        return [{ pieces: [character], open: true }];
    }
  }

  private group(): readonly Way[] | null {
    if (this.source[this.at] === '?') {
      const start = /^\?(?::|<\w+>)/.exec(this.source.slice(this.at));
      if (start === null) return null;
      this.at += start[0].length;
    }
    const ways = this.alternatives();
    if (ways === null || this.source[this.at] !== ')') return null;
    this.at++;
    return ways.map(({ pieces, open }) => ({ pieces, open: open || pieces.length === 0 }));
  }

  private escape(): readonly Way[] | null {
    const character = this.source[this.at++] ?? '';
    if (character === 'b') return [{ pieces: [], open: true }];
    if (/[wWdDsS]/.test(character)) return GAP;
    return /[a-z0-9]/i.test(character) ? null : [{ pieces: [character], open: true }];
  }

  /** What may be missing or repeated is a gap. */
  private quantified(atom: readonly Way[]): readonly Way[] {
    const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(this.source.slice(this.at));
    if (quantifier === null) return atom;
    this.at += quantifier[0].length;
    return quantifier[0].startsWith('+') && atom !== GAP ? atom.map(({ pieces }) => ({ pieces, open: false })) : GAP;
  }
}

const GAP: readonly Way[] = [{ pieces: [''], open: false }];

/** A run goes on in the next one where nothing can stand between them. */
function joined(left: Way, right: Way): Way {
  const last = left.pieces.at(-1);
  const [first, ...rest] = right.pieces;
  if (first === undefined) return left.pieces.length === 0 ? right : left;
  if (!left.open || last === undefined || first === '') return { pieces: [...left.pieces, first, ...rest], open: right.open };
  return { pieces: [...left.pieces.slice(0, -1), last + first, ...rest], open: right.open };
}
