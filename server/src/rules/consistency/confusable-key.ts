import { nameOf } from '../../model/names.ts';
import { namespaceOf } from '../../model/record.ts';
import { othersOf, placesOf } from '../places.ts';
import type { Rule } from '../rule.ts';
import { namesOf } from '../wording.ts';

/**
 * Keys that look alike: they differ only in case, in 0 and O, in 1, l and I, or in the sign that joins their parts.
 *
 *     person ARossi "Anna Rossi"
 *     person Arossi "Aldo Rossi"
 */
export const confusableKey: Rule = {
  id: 'confusable-key',
  category: 'consistency',
  severity: 'warning',
  title: 'Keys that look alike',
  explanation:
    'Two keys of one sort differ only in case, in 0 and O, in 1, l and I, or in the sign that joins their parts. Case counts, so both ' +
    'are valid; but whoever types one may well get the other.',
  example: {
    wrong: 'package REC1 "Patient Records"\npackage RECl "Laboratory Records"',
    right: 'package REC1 "Patient Records"\npackage LAB "Laboratory Records"',
  },
  on: ['product', 'person', 'team', 'document', 'requirement', 'repository', 'term', 'kind'],
  check(subject, { graph }, report) {
    if (subject.extension) return;
    const others = othersOf(subject, graph.lookAlikes(namespaceOf(subject.type), subject.key));
    if (others.length === 0) return;
    report({
      message: `The key of ${nameOf(subject)} looks like that of ${namesOf(others)}: give one of them another.`,
      at: subject.range,
      related: placesOf(others, other => `${nameOf(other)} looks alike.`),
    });
  },
};
