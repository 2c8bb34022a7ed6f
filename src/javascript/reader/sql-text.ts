/** The model's `SqlText` over a static text of JavaScript: the way from a character of the query back to the source. */
import type { Edits, Hole, Range, SqlText } from '../../model/words.js';
import type { HoleRole } from '../../sql/findings.js';
import type { Resolver } from '../resolve/values.js';
import { isFunction, unwrap, type Node } from '../syntax/nodes.js';
import { constantInit, isPlainValue, isReadOnce } from '../syntax/plain-values.js';
import { staticText, type ConstantLookup, type Piece, type StaticText } from '../syntax/static-text.js';
import { walk } from '../syntax/tree.js';

/**
 * The SQL text of an expression; null when no text is visible.
 * `shared`: the same expression serves several queries (a statement executed in two places), so it is not one query's to edit.
 */
export function readSqlText(resolver: Resolver, node: Node, shared: boolean): SqlText | null {
  const { tree } = resolver;
  const lookup: ConstantLookup = (identifier) => {
    const variable = tree.variableOf(identifier);
    const init = variable === null ? null : constantInit(variable);
    return variable === null || init === null ? null : { init, variable };
  };
  const found = staticText(node, tree.text, lookup);
  return found === null ? null : new SourceSqlText(resolver, node, found, shared);
}

class SourceSqlText implements SqlText {
  readonly holes: ReadonlyMap<number, Hole>;

  constructor(
    private readonly resolver: Resolver,
    private readonly node: Node,
    private readonly found: StaticText,
    private readonly shared: boolean,
  ) {
    this.holes = new Map([...found.holes].map(([offset, expression]) => [offset, this.hole(expression)]));
  }

  get text(): string {
    return this.found.text;
  }

  locate(start: number, end: number): Range {
    const run = this.runOf(start, end);
    return run !== null && run.pieces.every((piece) => this.isOwn(piece)) ? run.range : this.node.range;
  }

  isEditable(start: number, end: number): boolean {
    const run = this.runOf(start, end);
    return !this.shared && run !== null && run.pieces.every((piece) => piece.kind !== 'hole' && this.isOwn(piece));
  }

  replace(start: number, end: number, text: string): Edits {
    const run = this.runOf(start, end);
    const quote = run?.pieces[0]?.quote ?? '';
    if (run === null || quote === '' || !this.isEditable(start, end)) return null;
    return [{ range: run.range, text: escapeFor(quote, text) }];
  }

  unquote(start: number, end: number): Edits {
    if (this.shared) return null;
    const open = this.runOf(start, start + 1);
    const close = this.runOf(end - 1, end);
    if (open?.pieces[0]?.quote !== '`' || close === null || open.pieces[0].kind !== 'verbatim') return null;
    const inner = this.resolver.tree.text.slice(open.range[1], close.range[0]);
    const onlyHole = end - start === 3 && this.found.holes.has(start + 1);
    if (onlyHole) return [{ range: open.range, text: '' }, { range: close.range, text: '' }];
    // The body becomes a template of its own: what SQL or JavaScript escapes in it would have to be written anew.
    if (this.found.text.slice(start + 1, end - 1).includes("'") || /[\\`]/.test(inner)) return null;
    return [{ range: open.range, text: '${`' }, { range: close.range, text: '`}' }];
  }

  /** Whether the characters are written where the query is, or in a constant that serves nothing else. */
  private isOwn(piece: Piece): boolean {
    return piece.constant === null || isReadOnce(this.resolver.tree, piece.constant);
  }

  /** The pieces behind a range of the text, when they are one run inside one literal; else null. */
  private runOf(start: number, end: number): { range: Range; pieces: Piece[] } | null {
    const pieces = this.found.pieces.filter((piece) => piece.from < end && piece.to > start);
    const [first] = pieces;
    const last = pieces.at(-1);
    if (first === undefined || last === undefined) return null;
    if (pieces.some((piece, index) => piece.literal !== first.literal || (index > 0 && piece.source[0] !== this.endBefore(piece)))) return null;
    const from = first.kind === 'verbatim' ? first.source[0] + Math.max(0, start - first.from) : first.source[0];
    const to = last.kind === 'verbatim' ? last.source[1] - Math.max(0, last.to - end) : last.source[1];
    return { range: [from, to], pieces };
  }

  /** Where the source of the piece before ends; line continuations are pieces without text and keep the run whole. */
  private endBefore(piece: Piece): number | undefined {
    return this.found.pieces[this.found.pieces.indexOf(piece) - 1]?.source[1];
  }

  private hole(expression: Node): Hole {
    return {
      range: expression.range,
      source: this.resolver.tree.text.slice(...expression.range),
      role: holeRole(this.resolver, expression),
      isPlainValue: isPlainValue(this.resolver.tree, expression),
    };
  }
}

/** A hole that may hold something of a driver (`sql(columns)`, a nested tag, a condition between two) is a fragment. */
function holeRole(resolver: Resolver, expression: Node): HoleRole {
  if (isPlainValue(resolver.tree, expression)) return 'value';
  let mentionsHandle = false;
  walk(expression, resolver.tree.visitorKeys, (node) => {
    if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return;
    const { kind } = resolver.expression(node);
    if (kind === 'handle' || kind === 'member') mentionsHandle = true;
  });
  // A function is called for the text that it gives.
  return mentionsHandle || unwrap(expression).type === 'CallExpression' || isFunction(unwrap(expression)) ? 'fragment' : 'unknown';
}

function escapeFor(quote: string, text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
  return quote === '`' ? escaped.replaceAll('${', '\\${') : escaped;
}
