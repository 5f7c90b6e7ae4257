import type { Rule } from '../rule.ts';

/**
 * A statement that is well formed but has no meaning where it stands: an attribute outside any entry, or one that this
 * entry does not have.
 *
 *     person ARossi "Anna Rossi" { hosts WARDS }
 */
export const misplaced: Rule = {
  id: 'misplaced',
  category: 'form',
  severity: 'error',
  title: 'A statement that has no meaning here',
  explanation:
    'A statement stands where it means nothing: an attribute outside the braces of an entry, or one that this sort of entry does ' +
    'not have. Move it to where it belongs, or take it out.',
  example: {
    wrong: 'person ARossi "Anna Rossi" { short "Anna" }\nproduct NORTH "North Campus" { owner ARossi }',
    right: 'person ARossi "Anna Rossi"\nproduct NORTH "North Campus" { owner ARossi }',
  },
  fixed: true,
  on: [],
};
