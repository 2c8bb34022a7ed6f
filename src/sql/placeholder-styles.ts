import type { PlaceholderStyle } from '../facts/schema.js';

/** How each style is written, for messages: the placeholder of a first value, or of a value called `name`. */
export const STYLE_EXAMPLES: Readonly<Record<PlaceholderStyle, string>> = {
  'dollar-number': '$1',
  qmark: '?',
  'qmark-number': '?1',
  'qmark-ident': '??',
  'colon-name': ':name',
  'colon-number': ':1',
  'at-name': '@name',
  'percent-s': '%s',
  'percent-name': '%(name)s',
  'dollar-name': '$name',
  'dollar-brace': '${name}',
  'dollar-angle': '$<name>',
  'dollar-slash': '$/name/',
  'dollar-paren': '$(name)',
  'dollar-square': '$[name]',
  'brace-name': '{name}',
  'hash-brace': '#{name}',
};
