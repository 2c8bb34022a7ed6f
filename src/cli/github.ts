import type { ESLint } from 'eslint';
import { relativeUrlPath } from './relative-path.js';

/** Workflow commands of GitHub Actions: one annotation per message, on the changed lines of a pull request. */
export function formatGithub(results: readonly ESLint.LintResult[], folder: string): string {
  return results
    .flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, severity, message, line, column, endLine, endColumn }) => {
        const properties = {
          file: relativeUrlPath(folder, filePath),
          line,
          // GitHub drops the columns of an annotation over several lines.
          ...(endLine !== undefined && { endLine }),
          col: column,
          ...(endColumn !== undefined && { endColumn }),
          title: ruleId ?? 'syntax',
        };
        const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
        return `::${severity === 2 ? 'error' : 'warning'} ${list.join(',')}::${escapeData(message)}\n`;
      }),
    )
    .join('');
}

/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
