import type { Rule } from '../rule.ts';

/**
 * A stray or missing brace or quote, or words that the language cannot place. The parser finds it; what stands around it is read as if it
 * were mended.
 *
 *     facility NORTH "North Campus {
 */
export const syntax: Rule = {
  id: 'syntax',
  category: 'form',
  severity: 'error',
  title: 'A stray or missing brace or quote',
  explanation:
    'The text does not follow the form of the language: a brace, a quote or a comma is missing or one too many, or a word stands ' +
    'where nothing can stand. One such finding is shown per line; what stands around it keeps its meaning.',
  example: {
    wrong: 'person ARossi "Anna Rossi\nproduct NORTH "North Campus" { owner ARossi }',
    right: 'person ARossi "Anna Rossi"\nproduct NORTH "North Campus" { owner ARossi }',
  },
  fixed: true,
  on: [],
};
