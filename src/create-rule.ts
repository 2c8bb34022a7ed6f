import type { Rule } from 'eslint';
import type { Driver } from './facts/schema.js';
import { logFailure } from './failures.js';
import { modelOf } from './model/model-of.js';
import type { ErrorTest } from './model/error-words.js';
import type { ForeignUse } from './model/foreign-words.js';
import type { Creation, Query, Range, ResultUse, Store, TextEdit } from './model/words.js';
import type { Settings } from './settings/read-settings.js';

/** Presets a rule can be part of; `db/all` holds every rule. */
export type PresetName = 'recommended' | 'strict';

/** Severity in a preset, or severity with the rule's options there. */
export type PresetEntry = 'error' | 'warn' | readonly ['error' | 'warn', Readonly<Record<string, unknown>>];

/** What a rule says of itself. */
export interface RuleMeta {
  readonly type: 'problem' | 'suggestion';
  readonly docs: {
    /** One line, as in the rule table: what is reported. */
    readonly description: string;
    /**
     * The documented footgun that it watches for, in the words of whoever steps on it: "a placeholder of another driver"; absent where it
     * watches over the configuration and not over code.
     */
    readonly footgun?: string;
    readonly presets: Readonly<Partial<Record<PresetName, PresetEntry>>>;
    /** Whether it can report anything on code of a driver, by the driver's facts; absent: on every driver. Pages list them. */
    readonly appliesTo?: (driver: Driver) => boolean;
  };
  /** `likely`: it says nothing but of the SQL text, so queries whose driver is only likely are its business, too. */
  readonly evidence?: 'likely';
  readonly fixable?: 'code';
  readonly hasSuggestions?: true;
  readonly schema: Rule.RuleMetaData['schema'];
  readonly defaultOptions?: readonly Readonly<Record<string, unknown>>[];
  readonly messages: Readonly<Record<string, string>>;
}

/** The words of the model that a rule can subscribe to. */
export interface Subscriptions {
  query?(query: Query): void;
  resultUse?(use: ResultUse): void;
  creation?(creation: Creation): void;
  store?(store: Store): void;
  /** Once for each file with database code. */
  settings?(settings: Settings): void;
  errorTest?(test: ErrorTest): void;
  foreignUse?(use: ForeignUse): void;
}

export interface RuleDefinition {
  readonly meta: RuleMeta;
  create(context: Rule.RuleContext): Subscriptions;
}

/** Rule pages live here; also the link that editors show. */
function docsUrl(id: string): string {
  return `https://github.com/eslint-plugin-db/eslint-plugin-db/blob/main/docs/rules/${id}.md`;
}

/** A rule without its name: the generated index, which knows the file name, gives it. */
export function createRule(definition: RuleDefinition): RuleDefinition {
  return definition;
}

/**
 * Makes the ESLint rule: one listener at the start of the file, silent when the file's language has no reader or no
 * database code. A rule that throws would end the user's whole run, so it is silent for that file and its failure is printed
 * under `DEBUG=eslint-plugin-db`; under test (`failures: 'throw'`) it throws.
 */
export function toEslintRule(id: string, definition: RuleDefinition): Rule.RuleModule {
  const { docs, defaultOptions, evidence: _, ...meta } = definition.meta;
  return {
    meta: {
      ...meta,
      docs: { description: docs.description, url: docsUrl(id), recommended: docs.presets.recommended !== undefined },
      ...(defaultOptions && { defaultOptions: [...defaultOptions] }),
    },
    create(context) {
      try {
        const model = modelOf(context);
        if (model === null) return {};
        const subscriptions = definition.create(context);
        // Reports belong to a node's turn: ESLint sorts them, but tools that time rules count listeners.
        return {
          [model.root]() {
            try {
              subscriptions.settings?.(model.settings);
              for (const query of model.queries) if (query.handle.evidence !== 'likely' || definition.meta.evidence === 'likely') subscriptions.query?.(query);
              for (const use of model.resultUses) subscriptions.resultUse?.(use);
              for (const creation of model.creations) subscriptions.creation?.(creation);
              for (const store of model.stores) subscriptions.store?.(store);
              for (const test of model.errorTests ?? []) subscriptions.errorTest?.(test);
              for (const use of model.foreignUses ?? []) subscriptions.foreignUse?.(use);
            } catch (error) {
              logFailure(id, context.filename, error);
            }
          },
        };
      } catch (error) {
        logFailure(id, context.filename, error);
        return {};
      }
    },
  };
}

/** Where a range of offsets is, as ESLint's reports want it. */
export function locationOf(context: Rule.RuleContext, range: Range): { start: { line: number; column: number }; end: { line: number; column: number } } {
  const { sourceCode } = context;
  return { start: sourceCode.getLocFromIndex(range[0]), end: sourceCode.getLocFromIndex(range[1]) };
}

/** The kinds of findings that the option `kinds` asks for. ESLint before 9.15 knows no defaults of a rule. */
export function kindsIn<Kind extends string>({ options }: Rule.RuleContext, all: readonly Kind[], byDefault: readonly Kind[]): ReadonlySet<Kind> {
  const first: unknown = options[0];
  const kinds: unknown = typeof first === 'object' && first !== null && 'kinds' in first ? first.kinds : byDefault;
  return new Set(all.filter((kind) => Array.isArray(kinds) && kinds.includes(kind)));
}

/** A place as messages name it: `src/database.js:12`. */
export function placeOf(context: Rule.RuleContext, [start]: Range): string {
  const { cwd, filename, sourceCode } = context;
  const path = filename.startsWith(cwd) ? filename.slice(cwd.length) : filename;
  return `${path.replaceAll('\\', '/').replace(/^\//, '')}:${String(sourceCode.getLocFromIndex(start).line)}`;
}

/** Edits of the model as a fix of ESLint. */
export function toFix(edits: readonly TextEdit[]): Rule.ReportFixer {
  return (fixer) => edits.map((edit) => fixer.replaceTextRange([edit.range[0], edit.range[1]], edit.text));
}
