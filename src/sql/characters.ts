/** Classes of characters, by UTF-16 code, as PostgreSQL's scanner sorts them. `charCodeAt` past the end gives NaN: in no class. */

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A letter, `_` or anything beyond ASCII. */
export function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code >= 128;
}

/** What may follow in a name; `$` may, which is why `a$1` holds no placeholder. */
export function isNamePart(code: number): boolean {
  return isNameStart(code) || isDigit(code) || code === 36;
}

export function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Matches a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}
