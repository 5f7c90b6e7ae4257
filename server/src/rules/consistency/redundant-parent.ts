import { nameOf } from '../../model/names.ts';
import type { Rule } from '../rule.ts';

/**
 * A product that stands in another product's braces and says so besides.
 *
 *     package HOSP "City Hospital" { facility NORTH "North Campus" in HOSP }
 */
export const redundantParent: Rule = {
  id: 'redundant-parent',
  category: 'consistency',
  severity: 'warning',
  title: 'A parent that is stated twice',
  explanation:
    'A product that stands in the braces of another is part of it. Saying in besides states the same twice, and is forgotten when ' +
    'the product moves.',
  example: {
    wrong: 'package HOSP "City Hospital" {\n  package NORTH "North Campus" in HOSP\n}',
    right: 'package HOSP "City Hospital" {\n  package NORTH "North Campus"\n}',
  },
  on: ['product'],
  check(subject, _context, report) {
    const { nestedIn, parent } = subject;
    if (!nestedIn || parent?.text !== nestedIn) return;
    report({
      message: `${nameOf(subject)} stands in the braces of ${nestedIn}: take \`in ${nestedIn}\` away.`,
      at: parent.range,
      tags: ['unnecessary'],
      data: { remove: 'parent' },
    });
  },
};
