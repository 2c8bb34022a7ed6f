import { relative, sep } from 'node:path';

/** The way from a folder to a file, with `/` on every system: reports are read on other machines. */
export function relativeUrlPath(folder: string, file: string): string {
  return relative(folder, file).split(sep).join('/');
}
