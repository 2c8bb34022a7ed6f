/** Where a creation connects to, as far as it is told in its arguments and in environment files. */
import { addressNames } from '../../facts/poolers.js';
import type { AddressFacts } from '../../facts/pooler-schema.js';
import { propertyName, unwrap, type Node } from '../syntax/nodes.js';
import { behindConstant } from '../syntax/plain-values.js';
import type { Tree } from '../syntax/tree.js';
import { propertyValue, type Call } from './arguments.js';
import { possibleTexts, type EnvironmentLookup, type PossibleText, type PossibleTexts } from './possible-texts.js';

export interface Address {
  /** In lower case; null when nobody knows it. */
  readonly host: string | null;
  /** Null when none is written, NaN when nobody knows it. */
  readonly port: number | null;
  readonly from: PossibleText['from'];
  /** What follows the `?`. */
  readonly query: string;
}

export interface Addresses {
  readonly known: readonly Address[];
  /** Whether it may also connect elsewhere. */
  readonly isOpen: boolean;
  /** The expressions that tell. */
  readonly told: readonly Node[];
}

export function addressesOf(tree: Tree, lookup: EnvironmentLookup, { arguments: passed }: Call, facts: AddressFacts): Addresses {
  const [urls, hosts, ports] = [told(tree, passed, facts, facts.url), told(tree, passed, facts, facts.host), told(tree, passed, facts, facts.port)];
  const [first] = passed;
  if (first !== undefined && first.type !== 'SpreadElement' && !isRecord(tree, first)) urls.unshift(first);
  const whole = facts.within === undefined ? null : held(tree, first, facts.within);
  if (whole !== null && !isRecord(tree, whole)) urls.push(whole);
  const read = (node: Node): PossibleTexts => possibleTexts(tree, lookup, node);
  const [url] = urls;
  const [host] = hosts;
  const [port] = ports;
  const isSure = [urls, hosts, ports].every(({ length }) => length < 2) && !passed.some(({ type }) => type === 'SpreadElement');
  if (url !== undefined) {
    const { texts, isOpen } = read(url);
    // Which of the two counts is the driver's affair.
    if (!isSure || host !== undefined || port !== undefined) return { known: [], isOpen: true, told: urls };
    return { known: texts.flatMap(parsed), isOpen: isOpen || texts.some((text) => parsed(text).length === 0), told: urls };
  }
  if (host === undefined || !isSure) return { known: [], isOpen: true, told: hosts };
  const [names, numbers] = [read(host), port === undefined ? null : read(port)];
  const known = names.texts.flatMap(({ text, from }): Address[] => {
    const name = hostOf(text);
    if (numbers === null) return [{ host: name, port: null, from, query: '' }];
    return numbers.texts.map((number) => ({ host: name, port: Number(number.text), from: from ?? number.from, query: '' }));
  });
  return { known, isOpen: names.isOpen || numbers?.isOpen === true, told: hosts };
}

/** Whether an argument is an address and no record of options: it is told as one, named like one, or options follow it. */
export function isAddress(tree: Tree, { arguments: passed }: Call, { known, told: nodes }: Addresses): boolean {
  const [first] = passed;
  if (first === undefined || !nodes.includes(first)) return false;
  const inner = unwrap(first);
  const name = inner.type === 'Identifier' ? inner.name : inner.type === 'MemberExpression' ? propertyName(inner) : null;
  return known.length > 0 || passed.length > 1 || (name !== null && addressNames.test(name)) || behindConstant(tree, inner).type === 'TemplateLiteral';
}

/** The expressions that these options hold, in the records that are passed. */
function told(tree: Tree, passed: readonly Node[], { within }: AddressFacts, options: readonly string[]): Node[] {
  return passed.flatMap((argument) => {
    const record = within === undefined ? argument : held(tree, argument, within);
    return record === null ? [] : options.flatMap((option) => held(tree, record, option) ?? []);
  });
}

/** What an option of a record holds; null where there is no such option, or the record is not visible. */
export function held(tree: Tree, record: Node | undefined, option: string): Node | null {
  const object = record === undefined ? null : behindConstant(tree, record);
  return object?.type === 'ObjectExpression' ? propertyValue(object, option) : null;
}

function isRecord(tree: Tree, node: Node): boolean {
  return behindConstant(tree, node).type === 'ObjectExpression';
}

/** `postgres://user:password@host:port/database?options`, also with the brackets and dots of templates in it. */
function parsed({ text, from }: PossibleText): Address[] {
  const [, scheme, rest = ''] = /^\s*([a-z][\w+.-]*):\/\/([^]*)$/i.exec(text) ?? [];
  if (scheme === undefined || !/^postgres(?:ql)?$/i.test(scheme)) return [];
  const [location = '', query = ''] = rest.split(/\?([^]*)/);
  const [authority = ''] = location.slice(location.lastIndexOf('@') + 1).split(/[/#]/);
  const [, ipv6, name = '', digits] = /^(?:\[([\da-f:]+)\]|([^:,]*))(?::([^:]*))?$/i.exec(authority) ?? [];
  if (ipv6 === undefined && name === '') return [];
  return [{ host: hostOf(ipv6 ?? name), port: digits === undefined || digits === '' ? null : Number(digits), from, query }];
}

/** Null where nothing but unknown parts tells. */
function hostOf(text: string): string | null {
  const host = text.trim().toLowerCase();
  return /[a-z\d]/.test(host) ? host : null;
}
