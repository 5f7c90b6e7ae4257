import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Finding } from '../rules/finding.ts';
import { toLsp } from './ranges.ts';

const SEVERITY: Record<Finding['severity'], DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const TAG: Record<Finding['tags'][number], DiagnosticTag> = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
};

/**
 * A finding as the Language Server Protocol spells it (`textDocument/publishDiagnostics`).
 * @param rulePages the address before a rule's id, for editors that can open the page; undefined: no link.
 */
export function toDiagnostic(finding: Finding, rulePages: string | undefined): Diagnostic {
  return {
    range: toLsp(finding.at),
    severity: SEVERITY[finding.severity],
    source: 'Product Tree',
    code: finding.rule,
    message: finding.message,
    ...(rulePages ? { codeDescription: { href: rulePages + encodeURIComponent(finding.rule) } } : {}),
    ...(finding.tags.length > 0 ? { tags: finding.tags.map(tag => TAG[tag]) } : {}),
    ...(finding.related.length > 0
      ? {
          relatedInformation: finding.related.map(({ document, at, message }) => ({
            location: { uri: document, range: toLsp(at) },
            message,
          })),
        }
      : {}),
    data: { subject: finding.subject, ...finding.data },
  };
}
