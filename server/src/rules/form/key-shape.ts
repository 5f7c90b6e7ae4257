import type { Rule } from '../rule.ts';

/**
 * A malformed key. The lexer takes any word, so that a half-typed `DMS-REQ-` can be completed; the shape is judged afterwards.
 *
 *     requirement REQ- "A chart opens within a second"
 */
export const keyShape: Rule = {
  id: 'key-shape',
  category: 'form',
  severity: 'error',
  title: 'A malformed key',
  explanation:
    'A key begins with a letter or `_`; letters, digits and `_` follow, with single `-`, `.` or `/` between them. The keys of ' +
    'kinds have no dots, because a rule’s id such as `facility.hosts` is made of a kind and a property.',
  example: {
    wrong: 'person ARossi- "Anna Rossi"\nproduct NORTH "North Campus" { owner ARossi- }',
    right: 'person ARossi "Anna Rossi"\nproduct NORTH "North Campus" { owner ARossi }',
  },
  fixed: true,
  on: [],
};
