import { nameOf } from '../../model/names.ts';
import type { Rule } from '../rule.ts';

/** The scheme of the built-in library's documents: nobody need use all that it offers. */
const LIBRARY = 'ptree-library:';

/**
 * A declaration that nothing refers to, but for itself: left over, or never used because its users spell it otherwise. Products,
 * requirements and terms are worth stating for their own sake.
 *
 *     person ARossi "Anna Rossi"
 */
export const unusedDeclaration: Rule = {
  id: 'unused-declaration',
  category: 'consistency',
  severity: 'hint',
  title: 'A declaration that nothing refers to',
  explanation:
    'Nothing in the project refers to this person, team, document, repository or kind. Refer to it, or take it out. What the ' +
    'built-in library declares may go unused.',
  example: {
    wrong: 'person ARossi "Anna Rossi"',
    right: 'person ARossi "Anna Rossi"\nproduct NORTH "North Campus" { owner ARossi }',
  },
  on: ['person', 'team', 'document', 'repository', 'kind'],
  check(subject, { graph }, report) {
    if (subject.extension || subject.document.startsWith(LIBRARY) || graph.isReferredTo(subject)) return;
    report({
      message: `Nothing refers to the ${subject.type} ${nameOf(subject)}. Refer to it, or take it out.`,
      at: subject.range,
      tags: ['unnecessary'],
    });
  },
};
