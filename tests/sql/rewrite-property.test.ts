import { describe, expect, it } from 'vitest';
import type { PlaceholderStyle } from '../../src/facts/schema.js';
import { lex } from '../../src/sql/lex.js';
import { applyEdits, planRewrite } from '../../src/sql/rewrite.js';
import type { ValuesShape } from '../../src/sql/values.js';
import { allStyles } from './cases.js';
import { findingsOf, list } from './finding-rows.js';
import { generateStatement, marksIn, nameOf, randomFrom, written } from './statement-generator.js';

/** `npm run fuzz:sql -- --seed n --count n` sets these. */
const seed = Number(process.env['FUZZ_SQL_SEED'] ?? 1);
const count = Number(process.env['FUZZ_SQL_COUNT'] ?? 250);

type Write = (number: number, name: string) => string;

const styles: readonly (readonly [style: PlaceholderStyle, passed: 'list' | 'record', write: Write])[] = [
  ['qmark', 'list', () => '?'],
  ['percent-s', 'list', () => '%s'],
  ['qmark-number', 'list', (number) => `?${number}`],
  ['colon-name', 'record', (_, name) => `:${name}`],
  ['at-name', 'record', (_, name) => `@${name}`],
  ['percent-name', 'record', (_, name) => `%(${name})s`],
  ['dollar-name', 'record', (_, name) => `$${name}`],
  ['dollar-brace', 'record', (_, name) => `\${${name}}`],
  ['hash-brace', 'record', (_, name) => `#{${name}}`],
  ['brace-name', 'record', (_, name) => `{${name}}`],
  ['brace-name', 'list', () => '{}'],
];

function statements(): readonly string[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => generateStatement(random));
}

/** `§and`: a rewrite must add the blank, since `$1and` is an error; other styles than `?` cannot be read without one. */
function withBlanks(statement: string): string {
  return statement.replace(/§(?=\w)/g, '§ ');
}

function shapeOf(passed: 'list' | 'record', marks: number): ValuesShape {
  if (passed === 'list') return list(marks);
  return { kind: 'record', keys: Array.from({ length: marks }, (_, index) => nameOf(index + 1)), closed: true, pure: true };
}

describe(`${count} generated statements, seed ${seed}`, () => {
  it.each(styles.map((row) => [row[0], row[1], row] as const))('%s with a %s: a fix gives the original text', (style, passed, [, , write]) => {
    const verdicts = { ok: 0, fix: 0, suggest: 0, report: 0 };
    for (const marked of statements().map((statement) => (style === 'qmark' ? statement : withBlanks(statement)))) {
      const marks = marksIn(marked);
      const foreign = written(marked, write);
      const plan = planRewrite(foreign, { dialect: 'postgres', styles: allStyles, target: 'dollar-number', values: shapeOf(passed, marks) });
      verdicts[plan.verdict] += 1;
      if (marks === 0) expect(plan.verdict, foreign).toBe('ok');
      else if (plan.edits.length > 0) expect(applyEdits(foreign, plan.edits), foreign).toBe(written(withBlanks(marked), (number) => `$${number}`));
    }
    // What is not fixed: `-$1`-like doubts of types, and look-alikes beside names. It must stay the exception.
    expect(verdicts.fix, JSON.stringify(verdicts)).toBeGreaterThan(count * 0.6);
    expect(verdicts.report, JSON.stringify(verdicts)).toBe(0);
  });

  it('finds nothing wrong with the original, and exactly one mistake in each other text', () => {
    for (const marked of statements()) {
      const marks = marksIn(marked);
      const original = written(marked, (number) => `$${number} `);
      expect(findingsOf(original, list(marks)), original).toEqual([]);
      const foreign = written(marked, () => '?');
      expect(findingsOf(foreign, list(marks)).map(({ kind, start }) => ({ kind, start })), foreign).toEqual(
        marks === 0 ? [] : [{ kind: 'foreign', start: marked.indexOf('§') }],
      );
    }
  });

  it('turns `$n` into `?` only where no other `?` stands', () => {
    let fixes = 0;
    for (const marked of statements().map(withBlanks)) {
      const original = written(marked, (number) => `$${number}`);
      const plan = planRewrite(original, { dialect: 'postgres', styles: ['dollar-number', 'qmark'], target: 'qmark', values: list(marksIn(marked)) });
      const isAlone = marksIn(marked) > 0 && !marked.includes('?');
      if (plan.verdict === 'fix') fixes += 1;
      expect(plan.verdict === 'fix', original).toBe(isAlone);
      if (isAlone) expect(applyEdits(original, plan.edits)).toBe(written(marked, () => '?'));
    }
    expect(fixes).toBeGreaterThan(count / 10);
  });

  it('reads them, cut off anywhere, into tokens that cover everything but blanks', () => {
    const random = randomFrom(seed);
    for (const marked of statements()) {
      const whole = written(marked, () => '?');
      const text = whole.slice(0, Math.floor(random() * (whole.length + 1)));
      let end = 0;
      for (const token of lex(text, { dialect: 'postgres', styles: allStyles })) {
        expect(text.slice(end, token.start).trim(), text).toBe('');
        expect(token.end, text).toBeGreaterThan(token.start);
        end = token.end;
      }
      expect(text.slice(end).trim(), text).toBe('');
    }
  });
});
