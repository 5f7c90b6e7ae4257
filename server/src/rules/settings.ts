import type { Severity } from '../model/record.ts';

/** What a project says about its rules; see `product-tree.json`. */
export interface RuleSettings {
  /** Severities by rule id; they override the language's. */
  severities: Readonly<Record<string, Severity>>;
  /** Reviews older than this many months are stale; undefined: no limit. */
  reviewMonths?: number;
}

/** A project that says nothing. */
export const DEFAULT_SETTINGS: RuleSettings = { severities: {} };
