// Loads modules in both module systems and prints what they export, as JSON on the last line. The argument names what to look for, by module.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const seen = {};
for (const [specifier, names] of Object.entries(JSON.parse(process.argv[2]))) {
  try {
    const required = require(specifier);
    // A package without "exports" wants its files with their endings there, which compilers and bundlers do not.
    const imported = await import(specifier).catch(() => import(pathToFileURL(require.resolve(specifier)).href));
    seen[specifier] = { required: typeof required, names: names.filter((name) => name in required), imported: typeof imported.default };
  } catch (error) {
    seen[specifier] = { error: String(error) };
  }
}
// Some modules keep the process alive once they are loaded.
process.stdout.write(`\n${JSON.stringify(seen)}`, () => process.exit());
