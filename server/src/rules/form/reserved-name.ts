import type { Rule } from '../rule.ts';

/**
 * A kind or a field named like a word of the language, which could then never begin a statement of its own.
 *
 *     kind owner
 */
export const reservedName: Rule = {
  id: 'reserved-name',
  category: 'form',
  severity: 'error',
  title: 'A kind or field named like a word of the language',
  explanation:
    'Kinds and fields begin statements, so they cannot be named like the words that the language itself begins statements ' +
    'with, such as `owner`, `uses` or `team`. Choose another word.',
  example: {
    wrong:
      'kind room extends product { field link text }\nperson ARossi "Anna Rossi"\nroom R1 "Room 1" { owner ARossi }',
    right:
      'kind room extends product { field map text }\nperson ARossi "Anna Rossi"\nroom R1 "Room 1" { owner ARossi }',
  },
  fixed: true,
  on: [],
};
