/**
 * Brackets that may stand in each other. The native parser recurses: at 5,000 nested objects it ends the whole process with a
 * segmentation fault (oxc-parser 0.150.0, 8 MB stack; half of that in a worker), and nothing can catch that.
 */
const MAX_BRACKETS = 1000;

const COMMENTS_AND_STRINGS = /\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\r\n]|\\[\s\S])*'|"(?:[^"\\\r\n]|\\[\s\S])*"/g;

/** Whether a source text may be nested so deeply that no parser should be asked. False for every text that a person wrote. */
export function isNestedTooDeeply(text: string): boolean {
  // Brackets in strings and comments count, too, until they make the difference.
  return bracketDepth(text) > MAX_BRACKETS && bracketDepth(text.replace(COMMENTS_AND_STRINGS, '')) > MAX_BRACKETS;
}

function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < text.length; index++) {
    switch (text.charCodeAt(index)) {
      case 0x28: // (
      case 0x5b: // [
      case 0x7b: // {
        if (++depth > deepest) deepest = depth;
        break;
      case 0x29: // )
      case 0x5d: // ]
      case 0x7d: // }
        if (depth > 0) depth--;
    }
  }
  return deepest;
}
