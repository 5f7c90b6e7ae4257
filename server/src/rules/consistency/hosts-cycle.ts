import type { Rule } from '../rule.ts';
import { cycleOfLinks } from './cycle-report.ts';

/**
 * Products that run in each other. It is reported once, at the product with the smallest key; each step is a related place.
 *
 *     enclave WARDS "Ward Network" { hosts RECORDS }
 *     service RECORDS "Patient Records" { hosts WARDS }
 */
export const hostsCycle: Rule = {
  id: 'hosts-cycle',
  category: 'consistency',
  severity: 'error',
  title: 'Products that host each other',
  explanation: 'What runs in a product cannot host it. The message names the shortest cycle.',
  example: {
    wrong: 'package A "First" { hosts B }\npackage B "Second" { hosts A }',
    right: 'package A "First" { hosts B }\npackage B "Second"',
  },
  on: ['product'],
  check(subject, { graph }, report) {
    const found = cycleOfLinks(graph, subject, 'hosts', 'hosts');
    if (found) report(found);
  },
};
