import type { Rule } from '../rule.ts';
import { cycleOfParents } from './cycle-report.ts';

/**
 * Products that contain each other. It is reported at each `in` of the cycle; none of its products counts as part of another.
 *
 *     package HOSP "City Hospital" in NORTH
 *     package NORTH "North Campus" in HOSP
 */
export const containmentCycle: Rule = {
  id: 'containment-cycle',
  category: 'consistency',
  severity: 'error',
  title: 'Products that contain each other',
  explanation:
    'A product cannot be part of what is part of it. The message names the whole cycle; it is mended where one of its products ' +
    'says in.',
  example: {
    wrong: 'package HOSP "City Hospital" in NORTH\npackage NORTH "North Campus" in HOSP',
    right: 'package HOSP "City Hospital"\npackage NORTH "North Campus" in HOSP',
  },
  fixed: true,
  on: ['product'],
  check(subject, { graph }, report) {
    // Braces cannot make a cycle without an `in` that does, and a product that names itself is a finding of `self-link`.
    if (subject.nestedIn || !subject.parent || subject.parent.text === subject.key) return;
    const down = graph.cycle(subject, 'contains');
    if (down === undefined) return;
    const up = [down[0], ...down.slice(1).reverse()];
    report(cycleOfParents(subject, up, subject.parent.range, 'in', 'is part of itself'));
  },
};
