import type { Finding } from '../rules/finding.ts';

/** What is found about a file or folder that cannot be read: one sentence, at its beginning. */
export function unreadableFinding(document: string, message: string): Finding {
  const at = { line: 0, character: 0, endLine: 0, endCharacter: 0 };
  return {
    rule: 'unreadable-file',
    category: 'form',
    severity: 'error',
    subject: null,
    message,
    document,
    at,
    related: [],
    waived: null,
    tags: [],
  };
}
