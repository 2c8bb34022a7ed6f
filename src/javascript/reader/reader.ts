import type { Rule } from 'eslint';
import type { Model } from '../../model/words.js';
export const javascriptReader = {
  language: 'javascript' as const,
  canRead(_context: Rule.RuleContext): boolean { return false; },
  read(_context: Rule.RuleContext): Model | null { return null; },
};
