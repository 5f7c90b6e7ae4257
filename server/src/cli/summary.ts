import type { Finding } from '../rules/finding.ts';

/** Findings by rule, most first. */
export function countByRule(
  findings: readonly Finding[],
): { rule: string; severity: Finding['severity']; count: number }[] {
  const rules = new Map<string, { rule: string; severity: Finding['severity']; count: number }>();
  for (const { rule, severity } of findings) {
    const id = `${rule} ${severity}`;
    const known = rules.get(id);
    if (known) known.count++;
    else rules.set(id, { rule, severity, count: 1 });
  }
  return [...rules.values()].sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}

/** `1 error`, `3 errors`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** `2 errors, 3 warnings, 1 info`; severities without findings are left out. */
export function countBySeverity(findings: readonly Finding[]): string {
  const parts = (['error', 'warning', 'info', 'hint'] as const).flatMap(severity => {
    const count = findings.filter(finding => finding.severity === severity).length;
    return count > 0 ? counted(count, severity) : [];
  });
  return parts.join(', ') || 'no findings';
}
