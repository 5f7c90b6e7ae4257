import { listed, nameOf } from '../../model/names.ts';
import type { Rule } from '../rule.ts';

/**
 * A requirement that no product satisfies, obsolete ones aside. Either end may state it: `satisfies` at the product, `satisfied
 * by` at the requirement.
 *
 *     requirement REQ-1 "A chart opens within a second"
 */
export const requirementUnsatisfied: Rule = {
  id: 'requirement-unsatisfied',
  category: 'completeness',
  severity: 'warning',
  title: 'A requirement that no product satisfies',
  explanation:
    'Every requirement is satisfied by a product that is not obsolete. State it at the product with `satisfies`, or at the ' +
    'requirement with `satisfied by`; either end is enough.',
  example: {
    wrong: 'requirement REQ-1 "A chart opens within a second"',
    right:
      'requirement REQ-1 "A chart opens within a second"\nperson ARossi "Anna Rossi"\n' +
      'product CHART "Chart Viewer" {\n  owner ARossi\n  satisfies REQ-1\n}',
  },
  on: ['requirement'],
  check(subject, { graph }, report) {
    const products = graph.from(subject, 'satisfies');
    if (products.some(product => !graph.isObsolete(product))) return;
    // A target that is half typed or not declared is a finding already.
    const stated = subject.attributes.filter(({ property }) => property === 'satisfied by');
    if (stated.some(({ values, none }) => values.length === 0 && !none)) return;
    if (graph.linksOf(subject).some(link => link.relation === 'satisfies' && graph.resolve(link) === undefined)) return;
    const first = products.slice(0, 5).map(nameOf);
    if (products.length > 5) first.push('others');
    const found =
      products.length === 0
        ? `No product satisfies ${nameOf(subject)}.`
        : `${nameOf(subject)} is satisfied by ${listed(first)} alone, and ${products.length === 1 ? 'that is' : 'these are'} obsolete.`;
    report({
      message: `${found} Say at a product that it satisfies ${subject.key}, or say here what it is satisfied by.`,
      at: subject.range,
    });
  },
};
