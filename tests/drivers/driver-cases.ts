import type { RuleCases } from '../rules/rule-cases.js';

/** The cases of one driver by rule id; in place of cases the reason why the rule cannot apply to the driver. */
export type DriverCases = Readonly<Record<string, RuleCases | string>>;

/** The rules that each driver has cases for, or a reason. */
export const placeholderRules = ['no-foreign-placeholder', 'no-placeholder-mismatch', 'no-quoted-placeholder'] as const;

/** What the cases of a driver lack, in words: rules that are not spoken of, hits and near misses that are too few. */
export function findGaps(cases: DriverCases): string[] {
  return [
    ...placeholderRules.filter((rule) => cases[rule] === undefined).map((rule) => `${rule} has neither cases nor a reason`),
    ...Object.entries(cases).flatMap(([rule, ofRule]) => {
      if (typeof ofRule === 'string') return ofRule.trim() === '' ? [`${rule} has an empty reason`] : [];
      return [...(ofRule.invalid.length < 1 ? [`${rule} has no hit`] : []), ...(ofRule.valid.length < 3 ? [`${rule} has fewer than three near misses`] : [])];
    }),
  ];
}
