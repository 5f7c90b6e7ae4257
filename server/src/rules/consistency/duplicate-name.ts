import { nameOf } from '../../model/names.ts';
import type { Text } from '../../model/record.ts';
import { othersOf, placesOf } from '../places.ts';
import type { Rule } from '../rule.ts';
import { namesOf } from '../wording.ts';

/**
 * Two products with one name or short name; case and blanks are not asked.
 *
 *     service RECORDS "Patient Records"
 *     software CHART "Patient records"
 */
export const duplicateName: Rule = {
  id: 'duplicate-name',
  category: 'consistency',
  severity: 'info',
  title: 'Two products share a name',
  explanation:
    'Two products have the same name or short name, ignoring case. People who read names rather than keys take one for the other.',
  example: {
    wrong: 'package REC "Patient Records"\npackage REC2 "Patient records"',
    right: 'package REC "Patient Records"\npackage REC2 "Records of the archive"',
  },
  on: ['product'],
  check(subject, { graph }, report) {
    const short = subject.attributes.find(({ property }) => property === 'short')?.values[0];
    const seen = new Set<string>();
    for (const [name, what] of [
      [subject.name, 'name'],
      [short, 'short name'],
    ] as const) {
      const fresh = othersOf(subject, name?.text ? graph.withName(name.text) : []).filter(({ key }) => !seen.has(key));
      if (fresh.length === 0) continue;
      for (const { key } of fresh) seen.add(key);
      report({
        message: `The ${what} of ${nameOf(subject)} is also that of ${namesOf(fresh)}: give one of them another.`,
        at: (name as Text).range,
        related: placesOf(fresh, other => `${nameOf(other)} has the same name.`),
      });
    }
  },
};
