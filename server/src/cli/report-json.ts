import { toLsp } from '../features/ranges.ts';
import type { Finding } from '../rules/finding.ts';
import { relativePath } from '../workspace/addresses.ts';
import type { Checked } from './load.ts';

/** The check as JSON; its form is `docs/check.schema.json`. Waived findings are in it, marked. */
export function reportJson(checked: readonly Checked[], listed: (finding: Finding) => boolean): string {
  const projects = checked.map(entry => ({
    name: entry.project.name,
    root: entry.root,
    ...entry.project.count(),
    findings: entry.findings
      .filter(finding => finding.waived || listed(finding))
      .map(finding => toJson(entry, finding)),
  }));
  return JSON.stringify({ version: 1, projects }, null, 2);
}

function toJson({ project }: Checked, finding: Finding): object {
  const { rule, category, severity, subject, message, document, at, related, waived } = finding;
  const file = (uri: string): string => relativePath(project.root, uri) ?? uri;
  return {
    rule,
    category,
    severity,
    subject: subject && { type: subject.type, key: subject.key },
    message,
    file: file(document),
    range: toLsp(at),
    related: related.map(place => ({ file: file(place.document), range: toLsp(place.at), message: place.message })),
    waived: waived && { reason: waived.reason, until: waived.until ?? null },
  };
}
