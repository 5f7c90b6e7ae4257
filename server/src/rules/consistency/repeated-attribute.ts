import type { Rule } from '../rule.ts';

/**
 * An entry that says the same attribute twice, or has two descriptions. All values count, but a reader who finds the first does not look for
 * a second. The parser finds it, since of two descriptions the record keeps one.
 *
 *     product NORTH "North Campus" {
 *       owner ARossi
 *       owner BChen
 *     }
 */
export const repeatedAttribute: Rule = {
  id: 'repeated-attribute',
  category: 'consistency',
  severity: 'warning',
  title: 'An attribute that is stated twice',
  explanation:
    'Each attribute and each field is stated at most once in an entry, and a list holds all its values; only `waive` may be repeated. A ' +
    'reader who finds the first statement does not look for a second.',
  example: {
    wrong:
      'person ARossi "Anna Rossi"\nperson BChen "Bo Chen"\n' +
      'product NORTH "North Campus" {\n  owner ARossi\n  owner BChen\n}',
    right:
      'person ARossi "Anna Rossi"\nperson BChen "Bo Chen"\nproduct NORTH "North Campus" {\n  owner ARossi, BChen\n}',
  },
  on: [],
};
