/** What the pages promise: files that their links lead to, and commands that package.json must have. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Links of Markdown pages to files that do not exist: `page: link`. Pages are relative to the root. */
export function findDeadLinks(root: string, pages: readonly string[]): string[] {
  return pages.flatMap((page) => {
    const links = [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].flatMap((match) => match[1] ?? []);
    const files = links.filter((link) => !/^(?:https?:|mailto:|#)/.test(link)).map((link) => link.replace(/#.*/, ''));
    return files.filter((file) => !existsSync(join(root, dirname(page), file))).map((file) => `${page}: ${file}`);
  });
}

/** Commands such as `npm run bench` for which package.json has no script: `page: npm run bench`. */
export function findMissingScripts(root: string, pages: readonly string[]): string[] {
  const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return pages.flatMap((page) => {
    const commands = [...readFileSync(join(root, page), 'utf8').matchAll(/\bnpm (?:run ([\w:-]+)|test\b)/g)];
    const missing = commands.filter(([, name = 'test']) => scripts[name] === undefined).map(([command]) => `${page}: ${command}`);
    return [...new Set(missing)];
  });
}

/** Words of the model that the page on architecture does not explain, and folders of the sources that it does not name. */
export function findUnexplained(page: string, words: string, folders: readonly string[]): string[] {
  const exported = [...words.matchAll(/^export (?:type|interface) (\w+)/gm)].flatMap((match) => match[1] ?? []);
  return [...exported, ...folders].filter((name) => !page.includes(`\`${name}\``));
}
