/** What an expression says as text, with the way back from each character to the source. */
import type { Variable } from '@typescript-eslint/scope-manager';
import { unwrap, type Node } from './nodes.js';
import type { TSESTree } from '@typescript-eslint/utils';

/** Stands in the text where a value is not known. */
const HOLE = '\uFFFC';

/** A run of text from one place of the source. */
export interface Piece {
  /** Offsets in the text. */
  readonly from: number;
  readonly to: number;
  /** Offsets in the source; for a hole in a template the `${…}` with its braces. */
  readonly source: readonly [number, number];
  /** `verbatim` runs map character by character, an escape maps as a whole. */
  readonly kind: 'verbatim' | 'escape' | 'hole';
  readonly quote: '"' | "'" | '`' | '';
  /** Which literal it comes from, counted from 0: an edit must not cross from one into the next. */
  readonly literal: number;
  /** The constant it was written in, when it was not written in the expression itself. */
  readonly constant: Variable | null;
}

export interface StaticText {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The expression in each hole, by offset. */
  readonly holes: ReadonlyMap<number, Node>;
}

/** Finds the initializer of a constant; null when the identifier is no constant. */
export type ConstantLookup = (identifier: TSESTree.Identifier) => { readonly init: Node; readonly variable: Variable } | null;

/** Constants inside constants are followed to this depth. */
const MAX_DEPTH = 3;

/**
 * The text of a string literal, a template (tagged: its strings), a concatenation, or a constant that holds one of these.
 * Null when the expression holds no literal at all. Parts that are not known are holes.
 */
export function staticText(root: Node, source: string, constants: ConstantLookup): StaticText | null {
  const reader = new Reader(source, constants);
  reader.read(unwrap(root));
  return reader.result();
}

class Reader {
  private text = '';
  private readonly pieces: Piece[] = [];
  private readonly holes = new Map<number, Node>();
  private literals = 0;
  private readonly constants: Variable[] = [];

  constructor(
    private readonly source: string,
    private readonly lookup: ConstantLookup,
  ) {}

  result(): StaticText | null {
    return this.literals === 0 ? null : { text: this.text, pieces: this.pieces, holes: this.holes };
  }

  read(node: Node): void {
    switch (node.type) {
      case 'Literal':
        if (typeof node.value !== 'string') this.hole(node, node.range, '');
        else this.stringLiteral(node);
        return;
      case 'TaggedTemplateExpression':
        this.tagged(node);
        return;
      case 'TemplateLiteral':
        this.template(node, false, true);
        return;
      case 'BinaryExpression':
        this.concatenation(node);
        return;
      case 'Identifier':
        if (!this.constant(node)) this.hole(node, node.range, '');
        return;
      default:
        this.hole(node, node.range, '');
    }
  }

  /** Left-deep chains can have thousands of terms, so the left spine is walked in a loop. */
  private concatenation(node: TSESTree.BinaryExpression): void {
    if (node.operator !== '+') {
      this.hole(node, node.range, '');
      return;
    }
    const terms: Node[] = [];
    let left: Node = node;
    while (left.type === 'BinaryExpression' && left.operator === '+') {
      terms.push(unwrap(left.right));
      left = unwrap(left.left);
    }
    this.term(left);
    for (const term of terms.reverse()) this.term(term);
  }

  /** Only strings, further `+` and constants are read on; a tagged template inside a concatenation is a value of its own. */
  private term(node: Node): void {
    if (node.type === 'TaggedTemplateExpression') this.hole(node, node.range, '');
    else this.read(node);
  }

  /** Reads a constant's own text in its place; false when it is none. */
  private constant(node: TSESTree.Identifier): boolean {
    if (this.constants.length >= MAX_DEPTH) return false;
    const found = this.lookup(node);
    if (found === null || this.constants.includes(found.variable)) return false;
    const init = unwrap(found.init);
    if (!isTextExpression(init)) return false;
    this.constants.push(found.variable);
    this.read(init);
    this.constants.pop();
    return true;
  }

  private stringLiteral(node: TSESTree.StringLiteral): void {
    const [start, end] = node.range;
    const quote = this.source[start] === '"' ? '"' : "'";
    this.decode(start + 1, end - 1, quote, false);
    this.literals++;
  }

  /** A tag gets its values apart from its strings, so a constant among them is no text; `String.raw` puts them together. */
  private tagged(node: TSESTree.TaggedTemplateExpression): void {
    const isRaw = this.source.slice(...node.tag.range) === 'String.raw';
    this.template(node.quasi, isRaw, isRaw);
  }

  private template(node: TSESTree.TemplateLiteral, raw: boolean, inlined: boolean): void {
    node.quasis.forEach((quasi, index) => {
      const [start, end] = quasiRange(quasi, node);
      this.decode(start, end, '`', raw);
      const expression = node.expressions[index];
      const next = node.quasis[index + 1];
      if (expression === undefined || next === undefined) return;
      const [nextStart] = quasiRange(next, node);
      const inner = unwrap(expression);
      if (!inlined || inner.type !== 'Identifier' || !this.constant(inner)) this.hole(expression, [end, nextStart], '`');
    });
    this.literals++;
  }

  private hole(node: Node, source: readonly [number, number], quote: Piece['quote']): void {
    this.holes.set(this.text.length, node);
    this.emit(HOLE, source, 'hole', quote);
  }

  private emit(text: string, source: readonly [number, number], kind: Piece['kind'], quote: Piece['quote']): void {
    const constant = this.constants[this.constants.length - 1] ?? null;
    this.pieces.push({ from: this.text.length, to: this.text.length + text.length, source, kind, quote, literal: this.literals, constant });
    this.text += text;
  }

  /** Turns the source of a literal's body into pieces. */
  private decode(start: number, end: number, quote: Piece['quote'], raw: boolean): void {
    const { source } = this;
    let run = start;
    let at = start;
    while (at < end) {
      const special = specialAt(source, at, quote === '`', raw);
      if (special === null) {
        at++;
        continue;
      }
      if (at > run) this.emit(source.slice(run, at), [run, at], 'verbatim', quote);
      this.emit(special.text, [at, special.end], 'escape', quote);
      at = special.end;
      run = at;
    }
    if (end > run) this.emit(source.slice(run, end), [run, end], 'verbatim', quote);
  }
}

function isTextExpression(node: Node): boolean {
  if (node.type === 'Literal') return typeof node.value === 'string';
  return node.type === 'TemplateLiteral' || (node.type === 'BinaryExpression' && node.operator === '+');
}

/** The body of a quasi. Parsers disagree whether its range holds the delimiters; the first one tells which parser this is. */
function quasiRange(quasi: TSESTree.TemplateElement, template: TSESTree.TemplateLiteral): [number, number] {
  const [start, end] = quasi.range;
  if (template.quasis[0]?.range[0] !== template.range[0]) return [start, end];
  return [start + 1, end === template.range[1] ? end - 1 : end - 2];
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v' };

/** An escape sequence, or a CR that a template reads as LF; null for a character that stands for itself. */
function specialAt(source: string, at: number, template: boolean, raw: boolean): { text: string; end: number } | null {
  const character = source[at];
  if (template && character === '\r') return { text: '\n', end: source[at + 1] === '\n' ? at + 2 : at + 1 };
  if (character !== '\\' || raw) return null;
  const next = source[at + 1] ?? '';
  const simple = SIMPLE_ESCAPES[next];
  if (simple !== undefined) return { text: simple, end: at + 2 };
  if (next === '\r') return { text: '', end: source[at + 2] === '\n' ? at + 3 : at + 2 };
  if (next === '\n' || next === '\u2028' || next === '\u2029') return { text: '', end: at + 2 };
  return numericEscape(source, at) ?? { text: next, end: at + 2 };
}

/** `\x41`, `\u0041`, `\u{1F600}` and octal `\101`. */
function numericEscape(source: string, at: number): { text: string; end: number } | null {
  const match = /^(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]{1,6})\}|([0-3][0-7]{0,2}|[4-7][0-7]?))/.exec(source.slice(at + 1, at + 11));
  if (match === null) return null;
  const [whole, byte, unit, point, octal] = match;
  const code = octal === undefined ? Number.parseInt(byte ?? unit ?? point ?? '', 16) : Number.parseInt(octal, 8);
  return code > 0x10ffff ? null : { text: String.fromCodePoint(code), end: at + 1 + whole.length };
}
