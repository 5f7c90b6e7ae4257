import { relative } from 'node:path';
import { URI } from 'vscode-uri';
import type { Finding } from '../rules/finding.ts';
import type { Checked } from './load.ts';

const COMMAND: Record<Finding['severity'], string> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** The check as workflow commands, which GitHub shows beside the changed lines; one line a finding. */
export function reportGithub(checked: readonly Checked[], listed: (finding: Finding) => boolean): string {
  return checked
    .flatMap(({ findings }) => findings.filter(listed))
    .map(({ severity, document, at, rule, message }) => {
      const file = relative(process.cwd(), URI.parse(document).fsPath).replaceAll('\\', '/');
      const place = [
        `file=${escapeProperty(file)}`,
        `line=${at.line + 1}`,
        `col=${at.character + 1}`,
        `endLine=${at.endLine + 1}`,
        `endColumn=${at.endCharacter}`,
      ];
      return `::${COMMAND[severity]} ${place.join(',')},title=${escapeProperty(rule)}::${escapeText(message)}`;
    })
    .join('\n');
}

const escapeText = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
