import type { Rule } from '../rule.ts';
import { cycleOfLinks } from './cycle-report.ts';

/**
 * Products that need each other. It is reported once, at the product with the smallest key; each step is a related place.
 *
 *     service RECORDS "Patient Records" { uses CHART }
 *     service CHART "Chart Viewer" { uses RECORDS }
 */
export const usesCycle: Rule = {
  id: 'uses-cycle',
  category: 'consistency',
  severity: 'error',
  title: 'Products that use each other',
  explanation:
    'Nothing can be built or run before what it uses; products that use each other, directly or over others, can only be built ' +
    'together. The message names the shortest cycle.',
  example: {
    wrong: 'package A "First" { uses B }\npackage B "Second" { uses A }',
    right: 'package A "First" { uses B }\npackage B "Second"',
  },
  on: ['product'],
  check(subject, { graph }, report) {
    const found = cycleOfLinks(graph, subject, 'uses', 'uses');
    if (found) report(found);
  },
};
