// `npm run new-rule <id>` writes the files of a rule: rule, page, cases, test, example. Nothing that exists is overwritten.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const templates = fileURLToPath(new URL('./new-rule/', import.meta.url));
/** The template of each file; `ID` stands for the rule's id. */
const files = {
  'src/rules/ID.ts': 'rule.ts.txt',
  'docs/rules/ID.md': 'page.md.txt',
  'tests/rules/ID.cases.ts': 'cases.ts.txt',
  'tests/rules/ID.test.ts': 'test.ts.txt',
  'tests/examples/ID/first.incorrect.js': 'first.incorrect.js.txt',
  'tests/examples/ID/first.correct.js': 'first.correct.js.txt',
};

const [id, ...rest] = process.argv.slice(2);
const problem = problemOf(id, rest);
if (problem === null) {
  writeFiles(id);
} else {
  console.error(problem);
  process.exitCode = 1;
}

/** Why no rule can be written, or null. */
function problemOf(id, rest) {
  if (id === undefined || rest.length > 0) return 'Usage: npm run new-rule <id>';
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(id)) return `"${id}" is not in kebab-case: write it like no-foreign-placeholder.`;
  if (!/^(?:no|require|prefer)-/.test(id)) return `"${id}" must begin with no- (forbids), require- (demands) or prefer- (has an equally valid loser).`;
  const existing = Object.keys(files).map((path) => path.replace('ID', id)).find((path) => existsSync(path));
  if (existing !== undefined) return `${existing} exists already.`;
  return existsSync('src/rules/index.ts') ? null : 'Run it at the root of the repository: there is no src/rules/index.ts here.';
}

function writeFiles(id) {
  for (const [path, template] of Object.entries(files)) {
    const file = path.replace('ID', id);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, readFileSync(join(templates, template), 'utf8').replaceAll('__ID__', id));
    console.log(`wrote ${file}`);
  }
  console.log(`
Next:
1. Write the failing cases in tests/rules/${id}.cases.ts, then the rule in src/rules/${id}.ts.
   When a case needs to know a driver, look for the word in the facts or in the model: a rule names no driver.
2. Make tests/examples/${id}/first.incorrect.js a complete program that goes wrong, and first.correct.js the same done right.
3. npm run update     lists the rule in src/rules/index.ts, runs the examples and fills the page.
4. Write the page by hand around its generated parts: docs/rules/${id}.md
5. npm test && npm run lint`);
}
