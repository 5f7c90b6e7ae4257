import { InvalidArgumentError } from 'commander';
import type { Finding } from '../rules/finding.ts';

/** A mistake in how the command was called, or a file that cannot be read or written: a sentence, exit code 2. */
export class UsageError extends Error {}

/** Exit codes; documented in `docs/command-line.md`. */
export const EXIT = { clean: 0, findings: 1, usage: 2 } as const;

/** How `ptree check` was called. */
export interface CheckOptions {
  format: 'text' | 'json' | 'github';
  /** Report only these rules; empty: all. */
  rule: string[];
  /** Print the summary alone. */
  quiet: boolean;
  /** List waived findings too. */
  waived: boolean;
  /** The date for which the model is judged, `YYYY-MM-DD`. */
  today: string;
  /** The least severity that fails the check. */
  failOn: 'error' | 'warning' | 'info' | 'never';
  baseline?: string;
  updateBaseline?: string;
}

const WEIGHT = { hint: 0, info: 1, warning: 2, error: 3, never: 4 } as const;

/** Whether a finding of this severity fails a check that fails on `failOn`. */
export function fails(severity: Finding['severity'], failOn: CheckOptions['failOn']): boolean {
  return WEIGHT[severity] >= WEIGHT[failOn];
}

/** Reads a day, `YYYY-MM-DD`, that exists. */
export function readDay(text: string): string {
  const day = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError('Give a day such as 2027-06-30.');
  }
  return text;
}
