/** What of a creation matters behind a pooler: whether its driver prepares texts unasked, and what its connections start with. */
import type { TSESTree } from '@typescript-eslint/utils';
import { trackedParameters } from '../../facts/poolers.js';
import type { AddressFacts, PooledFacts, StartupFacts } from '../../facts/pooler-schema.js';
import type { Pooler, Preparing, StartupParameter } from '../../model/pooler-words.js';
import type { Creation, Edits, Range } from '../../model/words.js';
import { filled } from '../../sql/outcomes.js';
import { appendArgument, setOptions } from '../edits/options.js';
import type { HandleValue, Resolver } from '../resolve/values.js';
import { propertyName, unwrap, type Node } from '../syntax/nodes.js';
import { behindConstant } from '../syntax/plain-values.js';
import type { Tree } from '../syntax/tree.js';
import { held, isAddress, type Addresses } from './addresses.js';
import { ownLiteral, type Call } from './arguments.js';
import { addressesFor, poolerAt } from './poolers.js';
import { possibleTexts } from './possible-texts.js';
import { sendsTags } from './tag-senders.js';

type Pooled = Pick<Creation, 'pooler' | 'preparing' | 'startup'>;

const NONE: Pooled = { pooler: null, preparing: null, startup: [] };

type Opened = Pick<HandleValue, 'driver' | 'facts'>;

/** A creation of the linted file. */
export function readPooled(resolver: Resolver, call: Call, opened: Opened): Pooled {
  const { pooled } = opened.driver;
  const pooler = poolerOf(resolver.tree, resolver.tree, call, opened);
  if (pooled === undefined || pooler === null) return NONE;
  const creation = { resolver, call, addresses: addressesFor(resolver.tree, resolver.tree, call, pooled.address) };
  return { pooler, preparing: readPreparing(creation, pooled), startup: readStartup(creation, pooled) };
}

/** The pooler behind a call of a file, perhaps another one than the linted one; null where a driver talks to none, or nobody can tell. */
export function poolerOf(linted: Tree, tree: Tree, call: Call, { driver, facts }: Opened): Pooler | null {
  const { pooled } = driver;
  if (pooled === undefined || (facts.dialect ?? driver.dialect) !== 'postgres') return null;
  return poolerAt(linted, tree, addressesFor(linted, tree, call, pooled.address));
}

interface Opening {
  readonly resolver: Resolver;
  readonly call: Call;
  readonly addresses: Addresses;
}

function readPreparing(opening: Opening, { prepares, address }: PooledFacts): Preparing | null {
  if (prepares === undefined) return null;
  const { resolver, call, addresses } = opening;
  const { option, offOption, outcome } = prepares;
  const [own, off] = [optionOf(opening, option), offOption === undefined ? 'absent' : optionOf(opening, offOption)];
  if (off !== 'absent' || own === 'unknown' || (own !== 'absent' && !isTrue(own))) return null;
  // The address may carry the option.
  if (addresses.known.some(({ query }) => query.split('&').some((part) => part.startsWith(`${option}=`)))) return null;
  if (prepares.what === 'tags' && !sendsTags(resolver, call, prepares.takenBy)) return null;
  return {
    range: own === 'absent' ? placeOf(opening, address) : own.range,
    option: `${option}: false`,
    outcome,
    turnOff: () => write(opening, { [option]: 'false' }),
  };
}

function readStartup(opening: Opening, { startup, address }: PooledFacts): readonly StartupParameter[] {
  if (startup === undefined) return [];
  return startup.unlessSetTo === undefined ? writtenParameters(opening, startup) : unaskedParameters(opening, startup, startup.unlessSetTo, address);
}

/** Options that become parameters, as far as they certainly hold a value that is sent. */
function writtenParameters({ resolver: { tree }, call }: Opening, { within, parameters, outcome, packed }: StartupFacts): StartupParameter[] {
  return call.arguments.flatMap((argument) => {
    const value = within === undefined ? argument : held(tree, argument, within);
    const record = value === null ? null : behindConstant(tree, value);
    if (record?.type !== 'ObjectExpression') return [];
    return record.properties.flatMap((property, index): StartupParameter[] => {
      const key = property.type === 'Property' ? propertyName(property) : null;
      if (property.type !== 'Property' || key === null) return [];
      const name = parameters === null ? key : Object.hasOwn(parameters, key) ? parameters[key] : undefined;
      if (name === undefined || trackedParameters.includes(name.toLowerCase())) return [];
      // A record that is spread behind it may take its place.
      if (record.properties.slice(index + 1).some(({ type }) => type === 'SpreadElement')) return [];
      const isSent = name === packed?.parameter ? textsOf(tree, property.value).some((text) => packed.value.test(text)) : isTruthy(tree, property.value);
      const seen = name === packed?.parameter ? packed.outcome : filled(outcome, { name });
      return isSent ? [{ name, range: property.key.range, outcome: seen, switchedOffBy: null, switchOff: () => null }] : [];
    });
  });
}

/** Parameters that are sent unless an option keeps them back; one finding for all of them. */
function unaskedParameters(opening: Opening, { parameters, outcome }: StartupFacts, off: string, address: AddressFacts): StartupParameter[] {
  if (parameters === null) return [];
  const states = Object.entries(parameters).map(([option, name]) => ({ option, name, state: optionOf(opening, option) }));
  const sent = states.filter(({ state }) => state === 'absent' || (state !== 'unknown' && isTruthy(opening.resolver.tree, state) && !textsOf(opening.resolver.tree, state).includes(off)));
  const [first] = sent;
  if (first === undefined || states.some(({ state }) => state === 'unknown')) return [];
  const options = Object.fromEntries(sent.map(({ option }) => [option, `'${off}'`]));
  return [
    {
      name: first.name,
      range: typeof first.state === 'string' ? placeOf(opening, address) : first.state.range,
      outcome: filled(outcome, { name: first.name }),
      switchedOffBy: Object.entries(options).map(([option, text]) => `${option}: ${text}`).join(', '),
      switchOff: () => write(opening, options),
    },
  ];
}

/** What is written for an option of the creation: its value, nothing, or what nobody can tell. */
function optionOf({ resolver: { tree }, call, addresses }: Opening, option: string): Node | 'absent' | 'unknown' {
  let found: Node | 'absent' | 'unknown' = 'absent';
  for (const [index, argument] of call.arguments.entries()) {
    const record = behindConstant(tree, argument);
    if (record.type !== 'ObjectExpression') {
      if (index > 0 || !isAddress(tree, call, addresses)) return 'unknown';
      continue;
    }
    for (const property of record.properties) {
      if (property.type === 'SpreadElement' || propertyName(property) === null) found = 'unknown';
      else if (propertyName(property) === option) found = property.value;
    }
  }
  return found;
}

/** Writes options into the record that is there for this creation alone, or into a new one behind the address. */
function write({ resolver: { tree }, call, addresses }: Opening, options: Readonly<Record<string, string>>): Edits {
  const records = call.arguments.map((argument) => ownLiteral(tree, argument)).filter((node): node is TSESTree.ObjectExpression => node.type === 'ObjectExpression');
  const [record, second] = records;
  if (record !== undefined) return second === undefined ? setOptions(tree, record, options) : null;
  if (call.arguments.length > 1 || (call.arguments.length === 1 && !isAddress(tree, call, addresses))) return null;
  return appendArgument(tree, call, `{ ${Object.entries(options).map(([name, text]) => `${name}: ${text}`).join(', ')} }`);
}

/** The text that says where to connect; where nothing does, the options, or the parentheses of the call. */
function placeOf({ call, addresses: { told } }: Opening, { within }: AddressFacts): Range {
  const [node] = told;
  const [first] = call.arguments;
  return node?.range ?? (within === undefined ? first?.range : undefined) ?? [call.callee.range[1], call.range[1]];
}

function isTrue(node: Node): boolean {
  const value = unwrap(node);
  return value.type === 'Literal' && value.value === true;
}

/** A number other than 0, a text with something in it, arithmetic: what is certainly sent. */
function isTruthy(tree: Tree, expression: Node): boolean {
  const node = behindConstant(tree, expression);
  switch (node.type) {
    case 'Literal':
      return Boolean(node.value);
    case 'TemplateLiteral':
      return node.quasis.some(({ value }) => value.raw !== '');
    case 'BinaryExpression':
      return ['*', '+'].includes(node.operator) && isTruthy(tree, node.left) && isTruthy(tree, node.right);
    default:
      return false;
  }
}

function textsOf(tree: Tree, node: Node): readonly string[] {
  return possibleTexts(tree, () => [], node).texts.map(({ text }) => text);
}
