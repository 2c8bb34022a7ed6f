import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { ESLint, Linter, Rule } from 'eslint';
import { relativeUrlPath } from './relative-path.js';

/** What the report says of the program that wrote it. */
export interface Tool {
  readonly name: string;
  readonly version: string;
  readonly rules: Readonly<Record<string, Rule.RuleModule>>;
}

/**
 * SARIF 2.1.0, as code-scanning services read it. Paths are relative to the folder; fingerprints depend on the rule, the file and
 * the line's text, not on its number, so that a finding stays the same finding when lines move.
 */
export function formatSarif(results: readonly ESLint.LintResult[], folder: string, tool: Tool): string {
  const ids = Object.keys(tool.rules);
  const seen = new Map<string, number>();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool.name, version: tool.version, informationUri: `https://www.npmjs.com/package/${tool.name}`, rules: Object.entries(tool.rules).map(describeRule) } },
        originalUriBaseIds: { SRCROOT: { uri: `${pathToFileURL(folder).href.replace(/\/$/, '')}/` } },
        columnKind: 'utf16CodeUnits',
        // A file that does not parse is a failure of the tool, not a finding of a rule.
        invocations: [{ executionSuccessful: results.every(({ messages }) => messages.every(({ fatal }) => fatal !== true)), toolExecutionNotifications: notifications(results, folder) }],
        results: results.flatMap((result) =>
          result.messages.flatMap((message) => {
            if (message.ruleId === null) return [];
            const fingerprint = fingerprintOf(result, message, folder);
            const occurrence = (seen.get(fingerprint) ?? 0) + 1;
            seen.set(fingerprint, occurrence);
            return [
              {
                ruleId: message.ruleId,
                ruleIndex: ids.indexOf(message.ruleId),
                level: levelOf(message),
                message: { text: message.message },
                locations: [locationOf(result, message, folder)],
                partialFingerprints: { 'lineText/v1': `${fingerprint}:${String(occurrence)}` },
              },
            ];
          }),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function describeRule([id, { meta }]: [string, Rule.RuleModule]): object {
  return { id, shortDescription: { text: meta?.docs?.description ?? id }, ...(meta?.docs?.url !== undefined && { helpUri: meta.docs.url }) };
}

function notifications(results: readonly ESLint.LintResult[], folder: string): object[] {
  return results.flatMap((result) =>
    result.messages.filter(({ ruleId }) => ruleId === null).map((message) => ({ level: levelOf(message), message: { text: message.message }, locations: [locationOf(result, message, folder)] })),
  );
}

function levelOf({ severity }: Linter.LintMessage): 'error' | 'warning' {
  return severity === 2 ? 'error' : 'warning';
}

function locationOf({ filePath }: ESLint.LintResult, { line, column, endLine, endColumn }: Linter.LintMessage, folder: string): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: relativeUrlPath(folder, filePath).split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' },
      region: { startLine: line, startColumn: column, ...(endLine !== undefined && { endLine }), ...(endColumn !== undefined && { endColumn }) },
    },
  };
}

function fingerprintOf({ filePath, source, output }: ESLint.LintResult, { ruleId, line }: Linter.LintMessage, folder: string): string {
  const text = (output ?? source ?? '').split(/\r\n|[\r\n\u2028\u2029]/)[line - 1]?.trim() ?? '';
  return createHash('sha256').update(JSON.stringify([ruleId, relativeUrlPath(folder, filePath), text])).digest('hex').slice(0, 32);
}
