/** What ESLint's `stats` say of many files. */

/**
 * Milliseconds of parsing and of the rules of the plugin, all files and passes.
 * @param {readonly import('eslint').ESLint.LintResult[]} results
 */
export function timesOf(results) {
  const passes = results.flatMap(({ stats }) => stats?.times.passes ?? []);
  return { parse: sum(passes, (pass) => pass.parse.total), rules: sum(passes, (pass) => rulesOf(pass)) };
}

function rulesOf({ rules = {} }) {
  return sum(Object.entries(rules), ([id, { total }]) => (id.startsWith('db/') ? total : 0));
}

function sum(items, value) {
  return items.reduce((total, item) => total + value(item), 0);
}
