import { describe, expect, it } from 'vitest';
import { findPlaceholders } from '../../src/sql/placeholders.js';
import { applyEdits, planRewrite } from '../../src/sql/rewrite.js';
import { lexCases, rewriteCases, sourceMapCases, stylesOf, valuesOf } from './cases.js';

describe('verified cases', () => {
  it('are all here', () => {
    expect([lexCases.length, rewriteCases.length, sourceMapCases.length]).toEqual([106, 33, 15]);
  });

  it.each(lexCases.map((item) => [item.id, item.sql, item] as const))('%s finds the placeholders of %s', (_id, sql, item) => {
    const found = findPlaceholders(sql, { dialect: 'postgres', styles: stylesOf(item) });
    expect(
      found.map(({ start, end, style, name, index, filter, quoted, ambiguous }) => ({
        start, end, text: sql.slice(start, end), quoted: quoted === true, style, name, index, filter, isAmbiguous: ambiguous !== undefined,
      })),
    ).toEqual(
      item.expect.map(({ start, end, text, quoted, style, name, index, filter, ambiguous }) => ({
        start, end, text, quoted, style, name, index, filter, isAmbiguous: ambiguous !== undefined,
      })),
    );
  });

  it.each(rewriteCases.map((item) => [item.id, item.expect.verdict, item.sql, item] as const))('%s: %s for %s', (_id, verdict, sql, item) => {
    const target = item.target === 'dollar' ? 'dollar-number' : 'qmark';
    const plan = planRewrite(sql, { dialect: 'postgres', styles: stylesOf(item), target, values: valuesOf(item) });
    expect({ verdict: plan.verdict, output: plan.edits.length > 0 ? applyEdits(sql, plan.edits) : undefined }).toEqual({ verdict, output: item.expect.output });
  });

  // The ranges in the source (`expectSourceRanges`) belong to the JavaScript layer; here the text alone is read.
  it.each(sourceMapCases.map((item) => [item.id, item.sqlText, item] as const))('%s finds as many placeholders in %s as stand in the source', (_id, sql, item) => {
    const holes = new Set([...sql.matchAll(/\uFFFC/g)].map(({ index }) => index));
    const found = findPlaceholders(sql, { dialect: 'postgres', styles: stylesOf(item), holes }).filter(({ quoted }) => !quoted);
    // One case inlines a constant whose own placeholder maps to the constant, and so has no range of the call.
    const inConstant = item.js.startsWith('const ') ? 1 : 0;
    expect(found.map(({ start, end }) => sql.slice(start, end))).toEqual(Array.from({ length: item.expectSourceRanges.length + inConstant }, () => '?'));
  });
});
