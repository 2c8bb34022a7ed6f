/** The cases of all rules as files, for engines that know nothing of ESLint's RuleTester. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isTypeScript, type ExpectedError, type RuleCases, type ValidCase } from '../rules/rule-cases.js';

export interface EngineCase {
  readonly rule: string;
  readonly name: string;
  /** Relative; unique among all cases. */
  readonly path: string;
  readonly code: string;
  readonly options: readonly Readonly<Record<string, unknown>>[];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly languageOptions: NonNullable<ValidCase['languageOptions']>;
  readonly typescript: boolean;
  readonly errors: readonly ExpectedError[];
}

const folder = new URL('../rules/', import.meta.url);

export async function readCases(): Promise<EngineCase[]> {
  const files = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith('.cases.ts')).sort();
  const lists = await Promise.all(
    files.map(async (file) => {
      const { cases } = (await import(new URL(file, folder).href)) as { readonly cases: RuleCases };
      const rule = file.replace('.cases.ts', '');
      const all = [...cases.valid.map((valid) => ({ ...valid, errors: [] })), ...cases.invalid];
      return all.map((one, index): EngineCase => {
        const { name, code, filename = 'file.js', options = [], settings = {}, languageOptions = {}, errors } = one;
        return { rule, name, path: `${rule}/${String(index)}/${filename}`, code, options, settings, languageOptions, typescript: isTypeScript(one), errors };
      });
    }),
  );
  return lists.flat();
}
